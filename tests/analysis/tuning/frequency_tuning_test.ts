import assert from "node:assert/strict";
import { measureFrequencyTuning } from "../../../src/analysis/tuning/frequency_tuning.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

const AXIS = [0.035, 0.075, 0.16, 0.34];

Deno.test("measureFrequencyTuning() finds the frequency and the octaves of a Gabor", () => {
  const [at, sigma] = [0.14, 0.05];
  const curve = AXIS.map((f) => Math.exp(-((f - at) ** 2) / (2 * sigma ** 2)));
  const tuning = measureFrequencyTuning(curve.slice(0, 3).concat(Math.max(curve[3]!, 2e-3)), AXIS);
  assertNear(tuning.frequency, at, 0.01);
  const half = sigma * Math.sqrt(2 * Math.LN2);
  assertNear(tuning.frequencyBandwidth, Math.log2((at + half) / (at - half)), 0.3);
  assert(tuning.frequencySelectivity! > 0.5);
});

Deno.test("measureFrequencyTuning() gives the end of the axis, where nothing falls beyond", () => {
  assert.deepEqual(
    measureFrequencyTuning([1, 0.5, 0, 0], AXIS),
    { frequency: 0.035, frequencyBandwidth: null, frequencySelectivity: (1 - 0.375) * 4 / 3 },
  );
  assert.equal(measureFrequencyTuning([0, 0, 0, 2], AXIS).frequency, 0.34);
});

Deno.test("measureFrequencyTuning() prefers nothing where all is alike, or nothing responds", () => {
  const flat = measureFrequencyTuning([1, 0.99, 1, 0.99], AXIS);
  assert.equal(flat.frequency, null);
  assertNear(flat.frequencySelectivity, 0.005 * 4 / 3);
  const none = measureFrequencyTuning([0, 0, 0, 0], AXIS);
  assert.deepEqual(Object.values(none), [null, null, null]);
});
