import assert from "node:assert/strict";
import { drawArcs } from "../../../src/site/atlas/arc_layout.ts";

Deno.test("drawArcs() draws none in a plain chain", () => {
  assert.equal(drawArcs([[], [0], [1]]), "");
});

Deno.test("drawArcs() leads from what is read to what reads it, the higher the farther", () => {
  assert.equal(drawArcs([[], [0], [0, 1], [], [0]]), "M5 100Q15 -32.9 25 100M5 100Q25 -88 45 100");
});
