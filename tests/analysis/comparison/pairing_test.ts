import assert from "node:assert/strict";
import { pairKernels, pairMaps } from "../../../src/analysis/comparison/pairing.ts";
import { sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

const ORDER = [3, 0, 2, 5, 1, 4, 7, 6];
const random = createRandom(5);
const maps = randomTensor(random, [ORDER.length, 6, 6], -1, 1);

// Row k of what is given stands at place ORDER[k].
function permute(rows: Tensor, noise = 0): Tensor {
  const data = new Float32Array(rows.data.length);
  const size = data.length / ORDER.length;
  ORDER.forEach((to, k) => data.set(sliceAt(rows, k).data, to * size));
  const added = random.floats(data.length, -noise, noise);
  return { ...rows, data: data.map((value, i) => value + added[i]!) };
}

function setRow({ data, dims }: Tensor, k: number, row: (i: number) => number): Tensor {
  const size = data.length / dims[0]!;
  const own = (at: number): boolean => Math.floor(at / size) === k;
  return { dims, data: data.map((value, at) => own(at) ? row(at % size) : value) };
}

Deno.test("pairMaps() leaves maps that are near those at their places where they are", () => {
  assert.equal(pairMaps(maps, maps), null);
  assert.equal(pairMaps(maps, { ...maps, data: maps.data.map((value) => 1.2 * value) }), null);
});

Deno.test("pairMaps() finds maps that were permuted", () => {
  assert.deepEqual(pairMaps(maps, permute(maps)), ORDER);
  assert.deepEqual(pairMaps(maps, permute(maps, 0.3)), ORDER);
});

Deno.test("pairMaps() finds a map by its pattern, whatever its mean and its scale", () => {
  const b = permute(maps);
  assert.deepEqual(pairMaps(maps, { ...b, data: b.data.map((value) => 3 * value + 1) }), ORDER);
});

Deno.test("pairMaps() leaves maps where they are that are like none", () => {
  const others = randomTensor(random, maps.dims, -1, 1);
  assert.equal(pairMaps(maps, others), null);
});

Deno.test("pairMaps() leaves one map that is damaged where it is", () => {
  const b = setRow(maps, 4, (i) => Math.sin(9 * i));
  assert.equal(pairMaps(maps, b), null);
});

Deno.test("pairMaps() finds those that changed places, though one is damaged and one is off", () => {
  const a = setRow(maps, 1, () => 0);
  const b = setRow(permute(a), ORDER[5]!, (i) => Math.sin(9 * i));
  assert.deepEqual(pairMaps(a, b), ORDER);
});

Deno.test("pairMaps() moves two that changed places, and no others", () => {
  const [first, second] = [sliceAt(maps, 2).data, sliceAt(maps, 6).data];
  const b = setRow(setRow(maps, 2, (i) => second[i]!), 6, (i) => first[i]!);
  assert.deepEqual(pairMaps(maps, b), [0, 1, 6, 3, 4, 5, 2, 7]);
});

Deno.test("pairKernels() finds kernels by their cosines, and none where all are alike", () => {
  const kernels = randomTensor(random, [ORDER.length, 3, 3, 3], -1, 1);
  assert.deepEqual(pairKernels(kernels, permute(kernels, 0.1)), ORDER);
  const shifted = permute(kernels);
  assert.equal(pairKernels(kernels, { ...shifted, data: shifted.data.map((v) => v + 2) }), null);
});
