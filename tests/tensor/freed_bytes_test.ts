import assert from "node:assert/strict";
import { freeBytes } from "../../src/tensor/freed_bytes.ts";

Deno.test("numbers that are freed are empty, however often that is asked for", () => {
  const data = new Float32Array([1, 2, 3]);
  const part = data.subarray(1);
  freeBytes(part);
  freeBytes(data);
  assert.equal(data.length + part.length, 0);
});

Deno.test("what threads share is left to them", () => {
  const data = new Uint8Array(new SharedArrayBuffer(3));
  freeBytes(data);
  assert.equal(data.length, 3);
});
