import assert from "node:assert/strict";
import { findFamilies, MOST_FAMILIES } from "../../../src/analysis/family/families.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom, type Random } from "../../support/random.ts";

const CELLS = 64;

/** Makes maps of two photos: kernel k follows the pattern that `groups` gives it, null none. */
function makeMaps(groups: readonly (number | null)[], noise: number, seed = 1): Tensor[] {
  const random = createRandom(seed);
  return [0, 1].map(() => makePhoto(groups, noise, random));
}

function makePhoto(groups: readonly (number | null)[], noise: number, random: Random): Tensor {
  const patterns = Array.from({ length: 30 }, () => random.floats(CELLS, -1));
  const data = new Float32Array(groups.length * CELLS);
  groups.forEach((group, k) => {
    const own = random.floats(CELLS, -1);
    const pattern = group === null ? own : patterns[group]!;
    for (let i = 0; i < CELLS; i++) data[k * CELLS + i] = pattern[i]! + noise * own[i]! + k;
  });
  return { data, dims: [groups.length, CELLS] };
}

const groups = [0, null, 1, 0, null, 0, 1, 0, 1, null, 2, 2];

Deno.test("findFamilies() finds the kernels whose maps go together, the largest family first", () => {
  const { of, families } = findFamilies(makeMaps(groups, 0.5))!;
  assert.deepEqual(families.map(({ kernels }) => kernels.toSorted()), [[0, 3, 5, 7], [2, 6, 8]]);
  assert.deepEqual(of, [1, null, 2, 1, null, 1, 2, 1, 2, null, null, null]);
});

Deno.test("findFamilies() measures how well a family goes together", () => {
  // Of signal 1 and noise ½ in each map, r = 1 / (1 + ¼).
  const [first] = findFamilies(makeMaps(groups, 0.5))!.families;
  assert.ok(Math.abs(first!.correlation - 0.8) < 0.05, `${first!.correlation}`);
});

Deno.test("findFamilies() names a family by the kernel that goes best with all others", () => {
  const [photo] = makeMaps(groups, 0.5);
  const clean = { ...photo!, data: photo!.data.slice() };
  const row = (k: number): Float32Array => clean.data.subarray(k * CELLS, (k + 1) * CELLS);
  for (let i = 0; i < CELLS; i++) row(5)[i] = (row(0)[i]! + row(3)[i]! + row(7)[i]!) / 3;
  assert.equal(findFamilies([clean])!.families[0]!.strongest, 5);
});

Deno.test("findFamilies() finds none among maps that have nothing in common but chance", () => {
  for (const seed of [1, 2, 3]) {
    const found = findFamilies(makeMaps(Array(200).fill(null), 1, seed))!;
    assert.ok(found.families.length <= 1, `${found.families.length} families by chance`);
  }
});

Deno.test("findFamilies() asks for more the less there is to compare: one photo, or none", () => {
  const maps = makeMaps(Array.from({ length: 120 }, (_, k) => k % 30), 1);
  const [both, one] = [findFamilies(maps)!, findFamilies(maps.slice(0, 1))!];
  assert.ok(both.correlation! <= one.correlation!, `${both.correlation} ${one.correlation}`);
  assert.equal(findFamilies([]), null);
  assert.equal(findFamilies([{ data: new Float32Array(40), dims: [10, 4] }]), null);
});

Deno.test("findFamilies() numbers no more families than a reader tells apart", () => {
  const maps = makeMaps(Array.from({ length: 90 }, (_, k) => k % 30), 0.3);
  const { of, families } = findFamilies(maps)!;
  assert.equal(families.length, MOST_FAMILIES);
  assert.equal(Math.max(...of.map((each) => each ?? 0)), MOST_FAMILIES);
});

Deno.test("findFamilies() leaves out maps that are never on", () => {
  const photos = makeMaps(groups, 0.5);
  for (const { data } of photos) data.fill(0, 5 * CELLS, 6 * CELLS);
  const { of } = findFamilies(photos)!;
  assert.equal(of[5], null);
  assert.equal(of[0], 1);
});
