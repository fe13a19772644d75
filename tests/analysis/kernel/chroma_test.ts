import assert from "node:assert/strict";
import { measureChroma } from "../../../src/analysis/kernel/chroma.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { assertNear, colourKernel, kernelOf } from "../../support/analysis/kernels.ts";

Deno.test("measureChroma() is 1 for opponent colours and 0 for greys", () => {
  assertNear(measureChroma(colourKernel([1, -1, 0], [0, 1, -1])), 1);
  assert.equal(measureChroma(colourKernel([1, 1, 1], [-2, -2, -2])), 0);
});

Deno.test("measureChroma() of pure red is 2/3", () => {
  assertNear(measureChroma(colourKernel([5, 0, 0])), 2 / 3);
});

Deno.test("measureChroma() is one minus the share of energy on the grey axis", () => {
  const kernel = randomTensor(createRandom(62), [3, 5, 4], -1, 1);
  let [grey, all] = [0, 0];
  for (let i = 0; i < 20; i++) {
    const [red, green, blue] = [0, 20, 40].map((start) => kernel.data[start + i]!);
    grey += ((red! + green! + blue!) / Math.sqrt(3)) ** 2;
    all += red! ** 2 + green! ** 2 + blue! ** 2;
  }
  assertNear(measureChroma(kernel), 1 - grey / all);
});

Deno.test("measureChroma() has no meaning without three channels and for zeros", () => {
  assert.equal(measureChroma(kernelOf([1, 2], [3, 4])), null);
  assert.equal(measureChroma(colourKernel([0, 0, 0])), null);
});
