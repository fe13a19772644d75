import assert from "node:assert/strict";
import { moveToFront, transposeMatrix } from "../../src/tensor/axis.ts";

Deno.test("transposeMatrix() turns rows into columns, as moveToFront() of the second axis", () => {
  const data = Float32Array.of(1, 2, 3, 4, 5, 6);
  assert.deepEqual(transposeMatrix(data, 2), Float32Array.of(1, 4, 2, 5, 3, 6));
  assert.deepEqual(transposeMatrix(transposeMatrix(data, 2), 3), data);
  assert.deepEqual(moveToFront({ data, dims: [2, 3] }, 1).data, transposeMatrix(data, 2));
});
