import assert from "node:assert/strict";
import { findQuartiles } from "../../../src/html/part/map_quartiles.ts";

Deno.test("findQuartiles() gives NumPy's quantiles of the maps of which the number is known", () => {
  // numpy.quantile([0.1, 0.2, 0.4, 0.8], [0.25, 0.5, 0.75])
  const { low, median, high, maps } = findQuartiles([0.8, null, 0.1, 0.4, 0.2])!;
  assert.deepEqual([low, median, high].map((each) => each.toFixed(6)), [
    "0.175000",
    "0.300000",
    "0.500000",
  ]);
  assert.equal(maps, 4);
});

Deno.test("findQuartiles() gives null where nothing is known", () => {
  assert.equal(findQuartiles([null, null]), null);
  assert.equal(findQuartiles(null), null);
});
