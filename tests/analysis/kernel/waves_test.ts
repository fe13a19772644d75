import assert from "node:assert/strict";
import { findPlane } from "../../../src/analysis/spectrum/plane.ts";
import { prepareMoments } from "../../../src/analysis/spectrum/prepared_moments.ts";
import { measureSpread } from "../../../src/analysis/kernel/energy_spread.ts";
import { measureWaves } from "../../../src/analysis/kernel/waves.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertNear, drawGabor } from "../../support/analysis/kernels.ts";

function measure(kernel: Tensor): number | null {
  const spread = measureSpread(kernel.data, findPlane(kernel)!)!;
  return measureWaves(prepareMoments([1, ...kernel.dims])!(kernel.data), spread);
}

Deno.test("measureWaves() counts the waves in a window of four deviations of its energy", () => {
  // The energy of a Gabor has a deviation of σ/√2.
  const gabor = drawGabor({ size: 41, orientation: 30, frequency: 0.25, sigma: 5 });
  assertNear(measure(gabor), 4 * 0.25 * 5 / Math.SQRT2, 0.05);
});

Deno.test("measureWaves() of a pattern twice as large is the same", () => {
  const small = drawGabor({ size: 21, orientation: 60, frequency: 0.2, sigma: 2.5 });
  const large = drawGabor({ size: 41, orientation: 60, frequency: 0.1, sigma: 5 });
  assertNear(measure(small)! / measure(large)!, 1, 0.02);
});

Deno.test("measureWaves() is measured along the way of the wave, not along its stripes", () => {
  const line = Float32Array.from(
    { length: 9 * 9 },
    (_, i) => [0, 0, 0, -1, 2, -1, 0, 0, 0][i % 9]!,
  );
  const short = line.map((weight, i) => Math.abs(Math.floor(i / 9) - 4) > 2 ? 0 : weight);
  const [one, other] = [line, short].map((data) => measure({ data, dims: [1, 9, 9] })!);
  assertNear(one! / other!, 1, 0.2);
});

Deno.test("measureWaves() has no meaning where nothing is modulated", () => {
  const spread = { x: 0, y: 0, xx: 1, xy: 0, yy: 1 };
  assert.equal(measureWaves({ total: 0, radial: 0, xx: 0, xy: 0, yy: 0 }, spread), null);
});
