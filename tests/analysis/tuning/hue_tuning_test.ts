import assert from "node:assert/strict";
import { measureHueTuning } from "../../../src/analysis/tuning/hue_tuning.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

const HUES = [0, 60, 120, 180, 240, 300];

// What a patch of one hue responds: as far as a hue lies along it.
function respond(at: number): number[] {
  return HUES.map((hue) => Math.max(0, Math.cos((hue - at) * Math.PI / 180)));
}

Deno.test("measureHueTuning() finds one hue", () => {
  for (let at = 0; at < 360; at += 15) {
    const { hue, opponent, hueSelectivity } = measureHueTuning(respond(at), HUES);
    assertNear((hue! - at + 540) % 360 - 180, 0, 0.001);
    assert.equal(opponent, false);
    assert(hueSelectivity! > 0.6);
  }
});

Deno.test("measureHueTuning() finds a hue and its opposite", () => {
  for (let at = 0; at < 180; at += 15) {
    const edge = respond(at).map((each, i) => each + respond(at + 180)[i]!);
    const { hue, opponent } = measureHueTuning(edge, HUES);
    assertNear((hue! - at + 270) % 180 - 90, 0, 8);
    assert.equal(opponent, true);
  }
});

Deno.test("measureHueTuning() prefers nothing where all is alike, or there are no hues", () => {
  const flat = measureHueTuning([3, 3, 3, 3, 3, 3], HUES);
  assert.deepEqual([flat.hue, flat.opponent], [null, null]);
  assertNear(flat.hueSelectivity, 0);
  assert.deepEqual(Object.values(measureHueTuning([], [])), [null, null, null]);
});

Deno.test("measureHueTuning() prefers the one hue that is answered to, not its opposite", () => {
  for (const [i, hue] of HUES.entries()) {
    const tuning = measureHueTuning(HUES.map((_, each) => each === i ? 0.7 : 0), HUES);
    assertNear((tuning.hue! - hue + 540) % 360 - 180, 0, 0.001);
    assert.equal(tuning.opponent, false);
  }
});
