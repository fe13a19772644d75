import assert from "node:assert/strict";
import { measureSeparability } from "../../../src/analysis/kernel/separability.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { assertNear, kernelOf } from "../../support/analysis/kernels.ts";

Deno.test("measureSeparability() is 1 for a column times a row", () => {
  assertNear(measureSeparability(kernelOf([1, 0, -1], [2, 0, -2], [1, 0, -1])), 1);
  assertNear(measureSeparability(kernelOf([1, 2, 3, 4], [2, 4, 6, 8])), 1);
});

Deno.test("measureSeparability() of a diagonal is the share of its largest square", () => {
  assertNear(measureSeparability(kernelOf([1, 0, 0], [0, 1, 0], [0, 0, 1])), 1 / 3);
  assertNear(measureSeparability(kernelOf([1, 0, 0], [0, -3, 0], [0, 0, 2])), 9 / 14);
  assertNear(measureSeparability(kernelOf([1, 0], [0, 2])), 4 / 5);
});

Deno.test("measureSeparability() of several slices is their mean, weighted by energy", () => {
  const data = Float32Array.of(3, 0, 0, 0, 1, 0, 0, 1); // energies 9 and 2
  assertNear(measureSeparability({ data, dims: [2, 2, 2] }), (9 * 1 + 2 * 0.5) / 11);
});

Deno.test("measureSeparability() of 3 x 3 in closed form is that by singular values", () => {
  const random = createRandom(67);
  for (let i = 0; i < 50; i++) {
    const { data } = randomTensor(random, [1, 3, 3], -1, 1);
    const [a, b, c, d, e, f, g, h, j] = data as unknown as number[];
    const wider = kernelOf([a!, b!, c!, 0], [d!, e!, f!, 0], [g!, h!, j!, 0]);
    assertNear(measureSeparability({ data, dims: [1, 3, 3] }), measureSeparability(wider)!);
  }
});

Deno.test("measureSeparability() has no meaning for zeros and without two axes", () => {
  assert.equal(measureSeparability(kernelOf([0, 0, 0], [0, 0, 0], [0, 0, 0])), null);
  assert.equal(measureSeparability(kernelOf([1, 2, 3])), null);
});
