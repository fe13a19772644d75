import assert from "node:assert/strict";
import { clamp } from "../../../src/site/field/cell.ts";

Deno.test("clamp() keeps an index within a count", () => {
  assert.deepEqual([-1, 0, 4, 5].map((index) => clamp(index, 5)), [0, 0, 4, 4]);
});
