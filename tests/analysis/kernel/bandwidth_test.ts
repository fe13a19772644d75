import assert from "node:assert/strict";
import { measureBandwidth } from "../../../src/analysis/kernel/bandwidth.ts";
import { measurePowerSpectrum } from "../../../src/analysis/kernel/power_spectrum.ts";
import { assertNear, drawGabor, kernelOf } from "../../support/analysis/kernels.ts";

Deno.test("measureBandwidth() of all power at one frequency is 0", () => {
  const power = new Float64Array(8 * 8);
  power[2 * 8 + 1] = 3;
  assert.equal(measureBandwidth({ size: 8, power }), 0);
});

Deno.test("measureBandwidth() of power at two frequencies is half of what lies between", () => {
  const power = new Float64Array(8 * 8);
  power[1] = 3; // ⅛
  power[3] = 3; // ⅜
  assertNear(measureBandwidth({ size: 8, power }), 1 / 8);
});

Deno.test("measureBandwidth() of a wave in a Gaussian window is 1 / (√8 π σ)", () => {
  for (const sigma of [3, 4, 5]) {
    const gabor = drawGabor({ size: 31, orientation: 0, frequency: 0.25, sigma });
    const bandwidth = measureBandwidth(measurePowerSpectrum(gabor)!)!;
    assertNear(bandwidth * Math.sqrt(8) * Math.PI * sigma, 1, 0.03);
  }
});

Deno.test("measureBandwidth() has no meaning without power", () => {
  assert.equal(measureBandwidth(measurePowerSpectrum(kernelOf([0, 0], [0, 0]))!), null);
});
