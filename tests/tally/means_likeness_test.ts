import assert from "node:assert/strict";
import { measureMoments } from "../../src/tally/kernel_moments.ts";
import type { LayerTally } from "../../src/tally/layer_tally.ts";
import { compareMeans, type DatasetLikeness } from "../../src/tally/means_likeness.ts";
import { correlatePlainly, meanOf } from "../support/analysis/plain_numbers.ts";
import { createChance } from "../support/rounds.ts";
import { tallyPhotos } from "../support/tallied_photos.ts";

const chance = createChance(31);
const KERNELS = 9;
// Kernels 0 to 3 follow one number of the photo, 4 to 6 another; 7 follows none and 8 is never on.
const photos = Array.from({ length: 64 }, () => {
  const [one = 0, other = 0, own = 0] = chance.floats(3, 0, 4);
  const follow = (by: number): number[] => [...chance.floats(4)].map((value) => value + by);
  return [one, one, one, one, other, other, other, own, null].map((by) =>
    by === null ? [0, 0, 0, 0] : follow(by)
  );
});

function compare(tally: LayerTally): DatasetLikeness | null {
  return compareMeans(tally, measureMoments(tally));
}

const found = compare(tallyPhotos(photos.map((maps) => ({ maps }))))!;

function correlate(a: number, b: number): number {
  const means = (k: number): number[] => photos.map((maps) => meanOf(maps[k]!));
  return correlatePlainly(means(a), means(b));
}

Deno.test("the kernel that goes best with each is found, by a plain correlation of means", () => {
  assert.equal(found.photos, photos.length);
  for (let kernel = 0; kernel < KERNELS - 1; kernel++) {
    const rated = Array.from({ length: KERNELS - 1 }, (_, other) => {
      return other === kernel ? -Infinity : correlate(kernel, other);
    });
    const best = Math.max(...rated);
    assert.equal(found.kernel[kernel], rated.indexOf(best));
    assert.ok(Math.abs(found.correlation[kernel]! - best) < 1e-6, `${kernel}: ${best}`);
  }
});

Deno.test("a kernel whose means are all the same goes with none", () => {
  assert.equal(found.kernel[KERNELS - 1], null);
  assert.equal(found.correlation[KERNELS - 1], null);
});

Deno.test("kernels that follow the same are of one family", () => {
  assert.deepEqual(found.families!.of, [1, 1, 1, 1, 2, 2, 2, null, null]);
});

Deno.test("of few photos no correlation is told", () => {
  const few = photos.slice(0, 31).map((maps) => ({ maps }));
  assert.equal(compare(tallyPhotos(few)), null);
});

Deno.test("a kernel alone goes with none", () => {
  const alone = compare(tallyPhotos(photos.map(([map]) => ({ maps: [map!] }))))!;
  assert.deepEqual([alone.kernel, alone.correlation], [[null], [null]]);
});
