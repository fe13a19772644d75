import assert from "node:assert/strict";
import { measureSymmetry } from "../../../src/analysis/kernel/symmetry.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { assertNear, drawGabor, kernelOf } from "../../support/analysis/kernels.ts";

Deno.test("measureSymmetry() is 1 for bars and 0 for edges", () => {
  assertNear(measureSymmetry(drawGabor({ orientation: 20, frequency: 0.2 })), 1);
  const edge = drawGabor({ orientation: 20, frequency: 0.2, phase: Math.PI / 2 });
  assertNear(measureSymmetry(edge), 0);
});

Deno.test("measureSymmetry() of a cell off the centre is a half", () => {
  assert.equal(measureSymmetry(kernelOf([4, 0], [0, 0])), 0.5);
});

Deno.test("measureSymmetry() of the even and the odd part sum to 1, by energy", () => {
  const { data } = randomTensor(createRandom(68), [2, 5, 5], -1, 1);
  const turned = data.map((_, i) => data[25 * Math.floor(i / 25) + 24 - i % 25]!);
  const even = data.map((weight, i) => (weight + turned[i]!) / 2);
  const energy = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);
  assertNear(measureSymmetry({ data, dims: [2, 5, 5] }), energy(even) / energy(data));
  assertNear(measureSymmetry({ data: even, dims: [2, 5, 5] }), 1);
});

Deno.test("measureSymmetry() has no meaning for zeros and for a single cell", () => {
  assert.equal(measureSymmetry(kernelOf([0, 0], [0, 0])), null);
  assert.equal(measureSymmetry(kernelOf([3])), null);
});
