import assert from "node:assert/strict";
import { type AlikeKernels, findAlike } from "../../../src/analysis/kind/alike_kernels.ts";
import { compareKernels } from "../../../src/analysis/likeness/cosines.ts";
import { measureKernels } from "../../../src/analysis/kernel/kernel_measures.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";

const blur = [1, 2, 1, 2, 4, 2, 1, 2, 1];
const edge = [1, 0, -1, 2, 0, -2, 1, 0, -1];
const ridge = [1, -2, 1, 1, -2, 1, 1, -2, 1];

function layOut(...kernels: readonly (readonly number[])[]): Tensor {
  return { data: Float32Array.from(kernels.flat()), dims: [kernels.length, 1, 3, 3] };
}

function findIn(kernels: Tensor, group = kernels.dims[0]!): AlikeKernels | null {
  const measures = measureKernels(kernels);
  return findAlike(compareKernels(kernels), { dims: kernels.dims, group, measures });
}

const times = <Item>(count: number, item: Item): Item[] => new Array(count).fill(item);

Deno.test("findAlike() finds most of a depthwise layer to be one blur", () => {
  const kernels = layOut(edge, ...times(8, blur), ridge);
  const found = findIn(kernels);
  assert.deepEqual(found, { like: 1, kernels: [1, 2, 3, 4, 5, 6, 7, 8], blur: true });
});

Deno.test("findAlike() calls nothing a blur that takes differences, or turns the sign", () => {
  const negative = blur.map((weight) => -weight);
  assert.equal(findIn(layOut(...times(9, edge)))!.blur, false);
  assert.equal(findIn(layOut(...times(9, negative)))!.blur, false);
});

Deno.test("findAlike() has nothing to say of few, of the smaller part, or of one channel", () => {
  assert.equal(findIn(layOut(...times(7, blur))), null);
  const half = [...times(8, blur), ...times(6, edge), ...times(6, ridge)];
  assert.equal(findIn(layOut(...half)), null);
  assert.equal(findIn(layOut(...times(9, blur)), 1), null);
  assert.equal(
    findAlike(null, { dims: [9, 1, 3, 3], group: 9, measures: { dcGain: [], mean: [] } }),
    null,
  );
});
