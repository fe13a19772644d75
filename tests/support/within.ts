import assert from "node:assert/strict";

/** Holds that numbers are those wanted within an error; what is not finite is the same. */
export function assertWithin(found: Float32Array, wanted: Float32Array, error: number): void {
  assert.equal(found.length, wanted.length);
  for (const [i, value] of wanted.entries()) {
    const near = Object.is(found[i], value) || Math.abs(found[i]! - value) <= error;
    assert(near, `number ${i}: ${found[i]} for ${value}, ± ${error}`);
  }
}
