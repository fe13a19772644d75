import assert from "node:assert/strict";
import { studyMixing } from "../../../src/analysis/matrix/mixing.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

const only = { group: 1, likeness: [0, 1] };

Deno.test("studyMixing() names the inputs that a kernel weighs most, and their share of its energy", () => {
  const data = Float32Array.from({ length: 20 }, (_, i) => i < 10 ? i : i === 13 ? -2 : 0);
  const { mix } = studyMixing({ data, dims: [2, 10, 1, 1] }, only)!.mixing;
  assert.deepEqual(mix.input[0], [9, 8, 7, 6, 5, 4, 3, 2]);
  assert.deepEqual(mix.weight[0], [9, 8, 7, 6, 5, 4, 3, 2]);
  assert.equal(mix.share[0], 284 / 285);
  assert.deepEqual([mix.input[1]![0], mix.weight[1]![0], mix.share[1]], [3, -2, 1]);
});

Deno.test("studyMixing() counts inputs over all groups", () => {
  const data = Float32Array.of(3, 1, /* kernel 1: */ -1, 2, /* kernel 2: */ 5, 6, 0, 7);
  const { mix, matrix } = studyMixing({ data, dims: [4, 2, 1, 1] }, { group: 2, likeness: [] })!
    .mixing;
  assert.deepEqual(mix.input, [[0, 1], [1, 0], [3, 2], [3, 2]]);
  assert.deepEqual(matrix!.inputNorm, [Math.sqrt(10), Math.sqrt(5), 5, Math.sqrt(85)]);
});

Deno.test("studyMixing() has no share for a kernel of zeros", () => {
  const { mix } = studyMixing({ data: new Float32Array(4), dims: [2, 2, 1, 1] }, only)!.mixing;
  assert.deepEqual(mix.share, [null, null]);
});

Deno.test("studyMixing() has no matrix where a kernel has one weight, nor of one kernel", () => {
  for (const [dims, group] of [[[4, 1, 1, 1], 4], [[1, 4, 1, 1], 1]] as const) {
    const kernels = randomTensor(createRandom(4), dims, -1, 1);
    const { mixing, drawn } = studyMixing(kernels, { group, likeness: [0] })!;
    assert.deepEqual([mixing.matrix, drawn], [null, null]);
    assert.equal(mixing.mix.input.length, dims[0]);
  }
});

Deno.test("studyMixing() leaves kernels of more than single weights alone", () => {
  assert.equal(studyMixing(randomTensor(createRandom(4), [2, 3, 1, 2], -1, 1), only), null);
});

Deno.test("studyMixing() tells how a large matrix is drawn", () => {
  const kernels = randomTensor(createRandom(5), [600, 3, 1, 1], -1, 1);
  const likeness = Array.from({ length: 600 }, (_, k) => k);
  const { mixing, drawn } = studyMixing(kernels, { group: 1, likeness })!;
  assert.deepEqual(mixing.matrix!.averaged, [2, 1]);
  assert.deepEqual(drawn!.dims, [1, 1, 300, 3]);
  assert.ok(mixing.matrix!.limit > 0 && mixing.matrix!.limit <= 1);
});
