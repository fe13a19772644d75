import assert from "node:assert/strict";
import { singularValues } from "../../src/analysis/_matrix.ts";
import { assertNear } from "./_kernels.ts";

Deno.test("singularValues() gives those of a diagonal, largest first, without their signs", () => {
  assert.deepEqual(singularValues([[3, 0, 0], [0, -4, 0]]), [4, 3]);
  assert.deepEqual(singularValues([[3, 0], [0, -4], [0, 0]]), [4, 3]);
});

Deno.test("singularValues() finds one in a column times a row, typed arrays too", () => {
  const [first, second] = singularValues([Float32Array.of(1, 2), Float32Array.of(2, 4)]);
  assertNear(first!, 5);
  assertNear(second!, 0);
});
