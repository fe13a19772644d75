import assert from "node:assert/strict";
import { compareKernels } from "../../../src/analysis/likeness/cosines.ts";
import {
  findNeighbours,
  NEIGHBOURS,
  type Neighbours,
} from "../../../src/analysis/likeness/neighbours.ts";
import { createTensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

function neighboursOf(...kernels: readonly (readonly number[])[]): Neighbours {
  const width = kernels[0]!.length;
  const tensor = createTensor(Float32Array.from(kernels.flat()), [kernels.length, 1, 1, width]);
  return findNeighbours(kernels.length, compareKernels(tensor)!);
}

Deno.test("findNeighbours() tells like from opposite kernels, whatever their norms", () => {
  const { nearest, opposite } = neighboursOf([1, 0], [9, 0], [-2, 0], [0, 1]);
  assert.deepEqual(nearest.kernel, [[1], [0], [], []]);
  assert.deepEqual(nearest.cosine, [[1], [1], [], []]);
  assert.deepEqual(opposite.kernel, [[2], [2], [0, 1], []]);
  assert.deepEqual(opposite.cosine, [[-1], [-1], [-1, -1], []]);
});

Deno.test("findNeighbours() gives kernels without a direction no neighbours", () => {
  const { nearest, opposite } = neighboursOf([1, 2], [0, 0], [NaN, 1], [1, 2]);
  assert.deepEqual(nearest.kernel, [[3], [], [], [0]]);
  assert.deepEqual(opposite.kernel, [[], [], [], []]);
});

Deno.test("findNeighbours() takes the first of those that are alike", () => {
  const { nearest } = neighboursOf(...Array.from({ length: 8 }, () => [1, 1]));
  assert.deepEqual(nearest.kernel[0], [1, 2, 3, 4, 5]);
  assert.deepEqual(nearest.kernel[7], [0, 1, 2, 3, 4]);
});

Deno.test("findNeighbours() ranks as sorting all cosines does", () => {
  const kernels = randomTensor(createRandom(11), [24, 3, 3, 3], -1, 1);
  const cosines = compareKernels(kernels)!;
  const { nearest, opposite } = findNeighbours(24, cosines);
  for (let k = 0; k < 24; k++) {
    const row = Array.from({ length: 24 }, (_, j) => j).filter((j) => j !== k);
    const cosine = (j: number) => cosines.values[k * 24 + j]!;
    const like = row.filter((j) => cosine(j) > 0).sort((a, b) => cosine(b) - cosine(a));
    const unlike = row.filter((j) => cosine(j) < 0).sort((a, b) => cosine(a) - cosine(b));
    assert.deepEqual(nearest.kernel[k], like.slice(0, NEIGHBOURS));
    assert.deepEqual(opposite.kernel[k], unlike.slice(0, NEIGHBOURS));
    assert.deepEqual(nearest.cosine[k], like.slice(0, NEIGHBOURS).map(cosine));
  }
});
