import assert from "node:assert/strict";
import { freeBytes, freeOwnBytes } from "../../src/tensor/freed_bytes.ts";

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

Deno.test("numbers that have their buffer to themselves are freed, a part of a larger one is not", () => {
  const own = new Float32Array(3);
  const whole = new Float32Array(3);
  freeOwnBytes(own);
  freeOwnBytes(whole.subarray(1));
  assert.deepEqual([own.length, whole.length], [0, 3]);
});
