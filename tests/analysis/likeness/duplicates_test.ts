import assert from "node:assert/strict";
import { DUPLICATE_SIMILARITY } from "../../../src/analysis/likeness/duplicate_similarity.ts";
import { type Duplicates, findDuplicates } from "../../../src/analysis/likeness/duplicates.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

// The cosine of two kernels at one shift, by its definition.
function compareAt({ data, dims }: Tensor, [a, b]: readonly number[], [dy, dx]: number[]): number {
  const [, channels = 0, height = 0, width = 0] = dims;
  const at = (k: number, c: number, y: number, x: number) =>
    y < 0 || y >= height || x < 0 || x >= width
      ? 0
      : data[((k * channels + c) * height + y) * width + x]!;
  let [product, one, other] = [0, 0, 0];
  for (let i = 0; i < channels * height * width; i++) {
    const c = Math.floor(i / height / width);
    const [y, x] = [Math.floor(i / width) % height, i % width];
    product += at(a!, c, y, x) * at(b!, c, y + dy!, x + dx!);
    one += at(a!, c, y, x) ** 2;
    other += at(b!, c, y, x) ** 2;
  }
  return product / Math.sqrt(one * other);
}

// In place, or shifted where that makes duplicates.
function findPlainly(kernels: Tensor, reach: number): { nearest: number; similarity: number }[] {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const shifts = steps.flatMap((y) => steps.map((x) => [y, x]));
  const indices = Array.from({ length: kernels.dims[0]! }, (_, k) => k);
  return indices.map((a) => {
    const others = indices.filter((b) => b !== a).flatMap((b) =>
      shifts.map((shift) => ({ shift, nearest: b, similarity: compareAt(kernels, [a, b], shift) }))
        .filter(({ shift: [y, x], similarity }) =>
          (y === 0 && x === 0) || Math.abs(similarity) >= DUPLICATE_SIMILARITY
        )
    );
    return others.reduce((best, other) =>
      Math.abs(other.similarity) > Math.abs(best.similarity) ? other : best
    );
  });
}

// Kernel 1 becomes one strong cell, kernel 3 the same cell shifted to the right, with its sign turned.
function plantTwin(kernels: Tensor): Tensor {
  const [, channels = 0, height = 0, width = 0] = kernels.dims;
  const size = channels * height * width;
  const cell = Math.floor(height / 2) * width + Math.floor((width - 1) / 2);
  kernels.data[size + cell] = 40;
  kernels.data[3 * size + cell + 1] = -40;
  return kernels;
}

for (const [size, reach] of [[2, 1], [3, 2], [4, 2], [5, 2], [7, 2]] as const) {
  Deno.test(`findDuplicates() compares ${size} x ${size} kernels at shifts of up to ${reach}`, () => {
    const kernels = plantTwin(randomTensor(createRandom(70 + size), [7, 2, size, size], -1, 1));
    const { nearest, similarity } = findDuplicates(kernels);
    const expected = findPlainly(kernels, reach);
    assert.deepEqual(nearest, expected.map(({ nearest }) => nearest));
    similarity.forEach((cosine, k) => assertNear(cosine, expected[k]!.similarity));
  });
}

function findAmong(...rows: readonly (readonly number[])[]): Duplicates {
  return findDuplicates({ data: Float32Array.from(rows.flat()), dims: [rows.length, 1, 3, 3] });
}

const corner = [5, 1, 0, 2, 1, 0, 0, 0, 0];
const moved = [0, 5, 1, 0, 2, 1, 0, 0, 0];
const other = [0, 0, 1, 0, -3, 0, 1, 0, 4];

Deno.test("findDuplicates() finds a kernel that is of another strength", () => {
  const found = findAmong(corner, other, corner.map((weight) => 3 * weight));
  assert.deepEqual(found.duplicateOf, [2, null, 0]);
  assert.deepEqual(found.antiPairOf, [null, null, null]);
  assertNear(found.likeness[2]!, 1);
});

Deno.test("findDuplicates() finds a kernel that is moved near, but no duplicate", () => {
  const found = findAmong(corner, other, moved.map((weight) => 3 * weight));
  assert.deepEqual(found.duplicateOf, [null, null, null]);
  assert.deepEqual(found.nearest.filter((_, k) => k !== 1), [2, 0]);
  assertNear(found.similarity[0]!, 1);
});

Deno.test("findDuplicates() tells anti-pairs from duplicates, and finds both of a kernel", () => {
  const negative = corner.map((weight) => -weight);
  const pair = findAmong(corner, negative, other);
  assert.deepEqual(pair.antiPairOf, [1, 0, null]);
  assert.deepEqual(pair.duplicateOf, [null, null, null]);
  assertNear(pair.similarity[0]!, -1);
  const three = findAmong(corner, negative, corner);
  assert.deepEqual(three.duplicateOf, [2, null, 0]);
  assert.deepEqual(three.antiPairOf, [1, 0, 1]);
});

Deno.test("findDuplicates() counts what is shifted out as unlike", () => {
  const bottom = [0, 0, 0, 0, 0, 0, 0, 0, 1];
  const [one, two] = [[0, 0, 0, 0, 1, 0, 0, 0, 1], bottom];
  const { similarity, duplicateOf } = findAmong(one, two); // the cell fits, the rest is left over
  assertNear(similarity[0]!, Math.SQRT1_2);
  assert.deepEqual(duplicateOf, [null, null]);
});

Deno.test("findDuplicates() has nothing to say of zeros, damage, single numbers and loners", () => {
  const none = {
    nearest: null,
    similarity: null,
    duplicateOf: null,
    antiPairOf: null,
    likeness: null,
  };
  const zeros = new Array(9).fill(0);
  const damaged = [NaN, ...corner.slice(1)];
  const found = findAmong(corner, zeros, damaged, moved);
  assert.deepEqual(found.nearest, [3, null, null, 0]);
  assert.deepEqual(found.similarity.slice(1, 3), [null, null]);
  const numbers = findDuplicates({ data: Float32Array.of(1, 2), dims: [2, 1, 1, 1] });
  const loner = findAmong(corner);
  for (const name of Object.keys(none) as (keyof Duplicates)[]) {
    assert.deepEqual(numbers[name], [null, null]);
    assert.deepEqual(loner[name], [null]);
  }
});

Deno.test("findDuplicates() takes only kernels of the same input channels for duplicates", () => {
  const four = {
    data: Float32Array.from([corner, corner, other, corner].flat()),
    dims: [4, 1, 3, 3],
  };
  const inGroups = (group: number): Duplicates => findDuplicates(four, { group });
  assert.deepEqual(inGroups(1).duplicateOf, [1, 0, null, 0]);
  assert.deepEqual(inGroups(2).duplicateOf, [1, 0, null, null]);
  assert.deepEqual(inGroups(4).duplicateOf, [null, null, null, null]);
  assert.deepEqual(inGroups(4).likeness, [null, null, null, null]);
  assert.deepEqual(inGroups(4).nearest, inGroups(1).nearest);
});

Deno.test("findDuplicates() takes a dead kernel for no duplicate", () => {
  const three = { data: Float32Array.from([corner, corner, corner].flat()), dims: [3, 1, 3, 3] };
  const { duplicateOf } = findDuplicates(three, { isDead: (k) => k === 0 });
  assert.deepEqual(duplicateOf, [null, 2, 1]);
});

Deno.test("findDuplicates() compares points, and kernels of one axis and of three", () => {
  const points = { data: Float32Array.of(1, 2, 2, 4, 2, -1), dims: [3, 2, 1, 1] };
  assert.deepEqual(findDuplicates(points).duplicateOf, [1, 0, null]);
  const lines = { data: Float32Array.of(5, 1, 0, 0, 5, 1), dims: [2, 1, 3] };
  assertNear(findDuplicates(lines).similarity[0]!, 1);
  const cubes = { data: new Float32Array(54), dims: [2, 1, 3, 3, 3] };
  cubes.data[13] = 1; // the centre
  cubes.data[27 + 14] = 1; // right of it
  assertNear(findDuplicates(cubes).similarity[0]!, 1);
});

Deno.test("findDuplicates() leaves out the shifts, then everything, where it is too much work", () => {
  const kernels = { data: Float32Array.from([...corner, ...moved]), dims: [2, 1, 3, 3] };
  const products = { all: 4 * (9 / 2 + 9 + 18 + 9), still: 4 * 9 / 2 };
  const similarityWithin = (mostProducts: number) =>
    findDuplicates(kernels, { mostProducts }).similarity[0]!;
  assertNear(similarityWithin(products.all), 1);
  assertNear(similarityWithin(products.all - 1), 7 / 31);
  assertNear(similarityWithin(products.still), 7 / 31);
  assert.equal(similarityWithin(products.still - 1), null);
});
