import assert from "node:assert/strict";
import type { MeasureColumn } from "../../../src/site/measure_columns.ts";
import { drawTicks, layoutStrip, STRIP } from "../../../src/site/plot/strip_layout.ts";

const column = (measure: "norm" | "mean", values: MeasureColumn["values"]): MeasureColumn => {
  return { id: measure, of: "kernel", measure, values };
};

Deno.test("layoutStrip() spreads values from end to end, what falls together once", () => {
  const { ticks, place } = layoutStrip(column("mean", [-1, 3, null, 1, 1.0001, -1]));
  assert.deepEqual(ticks, ["2.0", "198.0", "100.0"]);
  assert.equal(place(2), "149.0");
});

Deno.test("layoutStrip() sets decades of norms at equal distances, the least at the edge", () => {
  const { ticks } = layoutStrip(column("norm", [0, 0.01, 1, 100]));
  assert.deepEqual(ticks, ["2.0", "100.0", "198.0"]);
});

Deno.test("layoutStrip() sets one value in the middle", () => {
  assert.deepEqual(layoutStrip(column("mean", [7, 7])).ticks, ["100.0"]);
});

Deno.test("drawTicks() keeps ticks within the strip", () => {
  assert.equal(drawTicks(["2.0", "100.0"]), "M2.0 5v9M100.0 5v9");
  assert(5 + 9 < STRIP.height);
});
