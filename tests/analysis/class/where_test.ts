import assert from "node:assert/strict";
import { tellWhere } from "../../../src/analysis/class/where.ts";

Deno.test("tellWhere() says which kernels are strongest on the padding, where that is known", () => {
  assert.deepEqual(tellWhere([1], 3), ["inside", "padding", "inside"]);
  assert.deepEqual(tellWhere([], 2), ["inside", "inside"]);
  assert.deepEqual(tellWhere(null, 2), [null, null]);
});
