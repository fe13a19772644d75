import assert from "node:assert/strict";
import { measureTuning } from "../../../src/analysis/tuning/layer_tuning.ts";

const axes = { orientations: [0, 90], frequencies: [0.1, 0.2, 0.4], hues: [0, 120, 240] };

// A kernel that prefers stripes of 90 degrees and 0.2, one of green, one that never responds, one
// that responds to noise alone, and one that is damaged.
const maxima = {
  grey: [1, 0, 2, 1000, NaN],
  gratings: [
    [1, 0, 2, 1000.01, NaN], // 0 degrees
    [2, 0, 2, 1000, NaN],
    [1, 0, 0, 1000, NaN],
    [1, 0, 2, 1000, NaN], // 90
    [5, 0, 2, 1000, NaN],
    [3, 0, 2, 1000, NaN],
  ],
  hues: [[1, 0, 2, 1000, NaN], [1.2, 8, 1, 1000, NaN], [1, 4, 2, 1000, NaN]],
};

Deno.test("measureTuning() tells curves where each kernel responds most, as shares", () => {
  const { curves, response } = measureTuning(maxima, axes);
  assert.deepEqual(response, [4, 8, null, null, null]);
  assert.deepEqual(curves.orientation, [[0.25, 1], null, null, null, null]);
  assert.deepEqual(curves.frequency, [[0, 1, 0.5], null, null, null, null]);
  assert.deepEqual(curves.hue, [null, [0, 1, 0.5], null, null, null]);
});

Deno.test("measureTuning() leaves hue out of what responds to grey gratings ten times as much", () => {
  const { hue, hueSelectivity, orientation, frequency } = measureTuning(maxima, axes);
  assert.deepEqual(hue.map((each) => each === null), [true, false, true, true, true]);
  assert.deepEqual(hueSelectivity[0], null);
  assert.deepEqual(orientation, [90, null, null, null, null]);
  assert.deepEqual(frequency.slice(1), [null, null, null, null]);
});

Deno.test("measureTuning() knows no hue of a network that sees grey", () => {
  const { hue, curves, orientation } = measureTuning(
    { ...maxima, hues: [] },
    { ...axes, hues: [] },
  );
  assert.deepEqual([...new Set(hue), ...new Set(curves.hue)], [null, null]);
  assert.equal(orientation[0], 90);
});
