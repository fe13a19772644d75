import assert from "node:assert/strict";
import type { Forecast } from "../../src/forecast/forecast.ts";
import { writeForecastTable } from "../../src/forecast/forecast_table.ts";

const forecast: Forecast = {
  aside: 0,
  ...{ files: 1264, pictures: 24, bytes: 180.4e6, seconds: 130 },
  kinds: [
    { kind: "pages", files: 40, bytes: 1.4e6 },
    { kind: "values", files: 1200, bytes: 178e6 },
    { kind: "maps", files: 24, bytes: 1e6 },
  ],
  largest: { kind: "values", path: "net/conv1/values/kernels/0.js", bytes: 250_000 },
};

Deno.test("writeForecastTable() lines up numbers, with no blank at the end of a line", async (t) => {
  const table = writeForecastTable(forecast);
  assert.doesNotMatch(table, / $/m);
  await t.assertSnapshot(table);
});
