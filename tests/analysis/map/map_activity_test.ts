import assert from "node:assert/strict";
import { measureActivity } from "../../../src/analysis/map/map_activity.ts";
import { measureMaps } from "../../../src/analysis/map/map_measures.ts";

const measures = measureMaps({ data: Float32Array.of(-1, 2, 3, -4, 1, 1, 1, 1), dims: [2, 2, 2] });
const half = measureMaps({ data: Float32Array.of(0, 2, 3, 0, 1, 1, 1, 1), dims: [2, 2, 2] });
const none = measureMaps({ data: Float32Array.of(0, 0, 0, 0, 1, 1, 1, NaN), dims: [2, 2, 2] });

Deno.test("measureActivity() gives what is on and zero behind the activation, over the photos", () => {
  const activity = measureActivity([
    { measures, activated: half },
    { measures, activated: { ...none, nonFinite: [0, 0] } },
  ]);
  assert.deepEqual(activity!.on, [0.25, 1]);
  assert.deepEqual(activity!.zeros, [0.75, 0]);
});

Deno.test("measureActivity() knows nothing of maps with values that are not finite", () => {
  assert.deepEqual(measureActivity([{ measures, activated: none }])!.on, [0, null]);
});

Deno.test("measureActivity() has nothing to say where nothing follows, or no photo ran", () => {
  assert.equal(measureActivity([{ measures, activated: null }]), null);
  assert.equal(measureActivity([]), null);
});
