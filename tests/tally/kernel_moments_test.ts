import assert from "node:assert/strict";
import { measureMoments } from "../../src/tally/kernel_moments.ts";
import { meanOf } from "../support/analysis/plain_numbers.ts";
import { createChance } from "../support/rounds.ts";
import { tallyPhotos } from "../support/tallied_photos.ts";

const chance = createChance(9);

Deno.test("mean and deviation are those of all finite values", () => {
  const rows = Array.from({ length: 30 }, () => [...chance.floats(50, -3, 9)]);
  rows[4]![7] = NaN;
  rows[5]![0] = Infinity;
  const values = rows.flat().filter(Number.isFinite);
  const mean = meanOf(values);
  const variance = meanOf(values.map((value) => (value - mean) ** 2));
  const found = measureMoments(tallyPhotos(rows.map((row) => ({ maps: [row] }))))[0]!;
  assert.ok(Math.abs(found.mean - mean) < 1e-12);
  assert.ok(Math.abs(found.deviation - Math.sqrt(variance)) < 1e-12);
});

Deno.test("equal values have no deviation, however they round", () => {
  const photos = Array.from({ length: 7 }, () => ({ maps: [Array<number>(31).fill(1 / 3)] }));
  assert.deepEqual(measureMoments(tallyPhotos(photos))[0], {
    mean: Math.fround(1 / 3),
    deviation: 0,
  });
});

Deno.test("without a finite value there is neither", () => {
  assert.equal(measureMoments(tallyPhotos([{ maps: [[NaN, Infinity]] }]))[0], null);
});
