import assert from "node:assert/strict";
import {
  EXPERIMENT_MEASURES,
  studyTrials,
  type TriedPhoto,
} from "../../../src/analysis/trial/experiments.ts";
import type { MapChange } from "../../../src/analysis/trial/map_change.ts";

const none: TriedPhoto = {
  grey: null,
  blurred: null,
  blurredMore: null,
  withoutCoarse: null,
  mirrored: null,
};

const change = (correlation: number | null, loss: number | null): MapChange => {
  return { correlation: [correlation], loss: [loss] };
};

Deno.test("studyTrials() names each measure by its trial", () => {
  const photo: TriedPhoto = {
    grey: change(-0.5, 0.1),
    blurred: change(0.8, 0.2),
    blurredMore: change(0.6, 0.3),
    withoutCoarse: change(0, 0.4),
    mirrored: change(-0.25, 0.5),
  };
  const means = Object.entries(studyTrials([photo])).map(([name, { mean }]) => [name, mean[0]]);
  assert.deepEqual(Object.fromEntries(means), {
    colourDependence: 0.75,
    colourLoss: 0.1,
    detailDependence: 0.36,
    detailLoss: 0.2,
    detailPeriod: 16, // 0.36 of it is fine, 0.36 coarse
    coarseDependence: 1,
    coarseLoss: 0.4,
    mirrorSymmetry: -0.25,
  });
  assert.deepEqual(means.map(([name]) => name), EXPERIMENT_MEASURES);
});

// [r of the fine blur, r of the coarse one, pixels a cycle]
const periods = [[0, 0, 4], [1, 0, 16], [1, 1, 64], [1, Math.SQRT1_2, 32], [
  0.5,
  0.9,
  8,
]] as const;

for (const [fine, coarse, period] of periods) {
  Deno.test(`studyTrials() finds ${period} pixels a cycle where r is ${fine} and ${coarse}`, () => {
    const photo = { ...none, blurred: change(fine, null), blurredMore: change(coarse, null) };
    assert.deepEqual(studyTrials([photo]).detailPeriod.mean, [period]);
  });
}

Deno.test("studyTrials() spreads a measure over the photos that tell it", () => {
  const photos = [0.2, null, 0.5].map((loss) => ({ ...none, grey: change(null, loss) }));
  const { colourLoss, colourDependence, detailLoss } = studyTrials(photos);
  assert.deepEqual(colourLoss, { mean: [0.35], least: [0.2], most: [0.5] });
  assert.deepEqual(colourDependence.mean, [null]);
  assert.deepEqual(detailLoss, { mean: [null], least: [null], most: [null] });
});

Deno.test("studyTrials() tells no spread of one photo", () => {
  const { colourLoss } = studyTrials([{ ...none, grey: change(null, 0.5) }]);
  assert.deepEqual(colourLoss, { mean: [0.5], least: null, most: null });
});
