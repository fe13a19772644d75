import assert from "node:assert/strict";
import { measureOrientationTuning } from "../../../src/analysis/tuning/orientation_tuning.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

const AXIS = Array.from({ length: 8 }, (_, i) => 22.5 * i);

// A bell over 180 degrees.
function respond(at: number, sigma: number): number[] {
  return AXIS.map((angle) => {
    const away = (angle - at + 270) % 180 - 90;
    return Math.exp(-(away ** 2) / (2 * sigma ** 2));
  });
}

Deno.test("measureOrientationTuning() finds angles between those that it is given", () => {
  for (let at = 0; at < 180; at += 7) {
    const curve = respond(at, 18);
    const tuning = measureOrientationTuning({ curve, sums: curve }, AXIS);
    assertNear((tuning.orientation! - at + 270) % 180 - 90, 0, 1);
    assertNear(tuning.orientationBandwidth, 2 * 18 * Math.sqrt(2 * Math.LN2), 0.5);
  }
});

Deno.test("measureOrientationTuning() takes the angle of all frequencies, the width of one", () => {
  const tuning = measureOrientationTuning({ curve: respond(0, 18), sums: respond(10, 18) }, AXIS);
  assertNear(tuning.orientation, 10, 0.5);
  assertNear(tuning.orientationBandwidth, 42.4, 0.5);
});

Deno.test("measureOrientationTuning() prefers nothing where all is alike, or nothing responds", () => {
  const flat = AXIS.map((_, i) => 1 + i % 2 / 10);
  const { orientation, orientationBandwidth, orientationSelectivity } = measureOrientationTuning(
    { curve: flat, sums: flat },
    AXIS,
  );
  assert.deepEqual([orientation, orientationBandwidth], [null, null]);
  assertNear(orientationSelectivity, 0);
  const none = AXIS.map(() => 0);
  assert.deepEqual(
    Object.values(measureOrientationTuning({ curve: none, sums: none }, AXIS)),
    [null, null, null],
  );
});

Deno.test("measureOrientationTuning() knows no width where the curve never falls to half", () => {
  const curve = respond(45, 18).map((each) => 1 + 0.9 * each);
  const tuning = measureOrientationTuning({ curve, sums: curve }, AXIS);
  assertNear(tuning.orientation, 45, 0.1);
  assert.equal(tuning.orientationBandwidth, null);
});
