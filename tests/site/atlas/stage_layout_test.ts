import assert from "node:assert/strict";
import { layoutStages } from "../../../src/site/atlas/stage_layout.ts";

Deno.test("layoutStages() joins layers behind each other whose maps are of one size", () => {
  const stages = layoutStages([[56, 56], [56, 56], [28, 28], [56, 56]]);
  assert.deepEqual(stages.map(({ size, first, last, x, width }) => [size, first, last, x, width]), [
    ["56 × 56", 1, 2, "0%", "50%"],
    ["28 × 28", 3, 3, "50%", "25%"],
    ["56 × 56", 4, 4, "75%", "25%"],
  ]);
});

Deno.test("layoutStages() says nothing where all maps are of one size", () => {
  assert.deepEqual(layoutStages([[7, 7], [7, 7]]), []);
});

Deno.test("layoutStages() has no room for the size of one layer among five hundred", () => {
  const maps = Array.from({ length: 500 }, (_, i) => i === 9 ? [3, 3] : [5, 5]);
  assert.deepEqual(layoutStages(maps).map(({ room }) => room), ["none", "none", "all"]);
});
