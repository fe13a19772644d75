import assert from "node:assert/strict";
import { findPlane } from "../../../src/analysis/spectrum/plane.ts";
import { measureSpread } from "../../../src/analysis/kernel/energy_spread.ts";
import { kernelOf } from "../../support/analysis/kernels.ts";

Deno.test("measureSpread() finds the middle of the energy and how far it spreads", () => {
  const kernel = kernelOf([0, 0, 0], [-1, 0, 1], [0, 0, 0]);
  const found = measureSpread(kernel.data, findPlane(kernel)!);
  assert.deepEqual(found, { x: 1, y: 1, xx: 1, xy: 0, yy: 0 });
});

Deno.test("measureSpread() weighs cells by their energy, over all channels", () => {
  const kernel = { data: Float32Array.of(1, 0, 0, 0, 0, 0, 1, 1), dims: [2, 2, 2] };
  const { x, y, xy } = measureSpread(kernel.data, findPlane(kernel)!)!;
  assert.deepEqual([x, y], [1 / 3, 2 / 3]);
  assert(Math.abs(xy - 1 / 9) < 1e-12);
});

Deno.test("measureSpread() of zeros is null", () => {
  const kernel = kernelOf([0, 0], [0, 0]);
  assert.equal(measureSpread(kernel.data, findPlane(kernel)!), null);
});
