import assert from "node:assert/strict";
import { tellWhen } from "../../../src/analysis/class/when.ts";

const on = [0, 0.04, 0.05, 0.24, 0.25, 0.99, 1, null];
const zeros = on.map(() => null);

Deno.test("tellWhen() names how many cells are on", () => {
  assert.deepEqual(
    tellWhen({ on, zeros }, 8),
    ["never", "rare", "local", "local", "broad", "broad", "always", null],
  );
});

Deno.test("tellWhen() knows nothing without an activation, or behind one that is always above 0", () => {
  assert.deepEqual(tellWhen(null, 2), [null, null]);
  assert.deepEqual(tellWhen({ on: [1, 1], zeros: [0, 0] }, 2), [null, null]);
});
