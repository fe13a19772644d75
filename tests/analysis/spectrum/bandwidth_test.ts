import assert from "node:assert/strict";
import { measureBandwidth } from "../../../src/analysis/spectrum/bandwidth.ts";
import { prepareMoments } from "../../../src/analysis/spectrum/prepared_moments.ts";
import type { SpectralMoments } from "../../../src/analysis/spectrum/spectral_moments.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertNear, drawGabor, kernelOf } from "../../support/analysis/kernels.ts";

function measure({ data, dims }: Tensor): SpectralMoments {
  return prepareMoments([1, ...dims])!(data);
}

Deno.test("measureBandwidth() of all power at one frequency is 0", () => {
  const [x, y, power] = [1 / 8, 2 / 8, 3];
  const radial = power * Math.hypot(x, y);
  const moments = { total: power, radial, xx: power * x * x, yy: power * y * y };
  assertNear(measureBandwidth(moments), 0, 1e-7);
});

Deno.test("measureBandwidth() of power at two frequencies is half of what lies between", () => {
  const [one, other, power] = [1 / 8, 3 / 8, 3];
  const moments = {
    total: 2 * power,
    radial: power * (one + other),
    xx: power * (one ** 2 + other ** 2),
    yy: 0,
  };
  assertNear(measureBandwidth(moments), 1 / 8);
});

Deno.test("measureBandwidth() of a wave in a Gaussian window is 1 / (√8 π σ)", () => {
  for (const sigma of [3, 4, 5]) {
    const gabor = drawGabor({ size: 31, orientation: 0, frequency: 0.25, sigma });
    const bandwidth = measureBandwidth(measure(gabor))!;
    assertNear(bandwidth * Math.sqrt(8) * Math.PI * sigma, 1, 0.03);
  }
});

Deno.test("measureBandwidth() has no meaning without power", () => {
  assert.equal(measureBandwidth(measure(kernelOf([0, 0], [0, 0]))), null);
});
