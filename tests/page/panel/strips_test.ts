import assert from "node:assert/strict";
import type { MeasureColumn } from "../../../src/site/measure_columns.ts";
import { rankValues } from "../../../src/page/panel/strips.ts";

const rank = (measure: "norm" | "hue" | "orientation", values: MeasureColumn["values"]) => [
  ...rankValues({ id: measure, of: "kernel", measure, values }),
];

Deno.test("rankValues() ranks the largest first, and what is tied not at all", () => {
  assert.deepEqual(rank("norm", [0.5, 3, null, 2]), [[3, 1], [2, 2], [0.5, 3]]);
  assert.deepEqual(rank("norm", [1, 2, 2, 3, 0]), [[3, 1], [1, 4], [0, 5]]);
  assert.deepEqual(rank("norm", [0, 0, 0]), []);
  assert.deepEqual(rank("norm", [null, 2]), []);
});

Deno.test("rankValues() ranks no angle", () => {
  assert.deepEqual(rank("hue", [10, 20]), []);
  assert.deepEqual(rank("orientation", [10, 20]), []);
});
