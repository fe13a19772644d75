import assert from "node:assert/strict";
import { findStrongestSlices } from "../../src/tensor/strongest_slices.ts";

Deno.test("findStrongestSlices() names four slices by their energy, and their share of it", () => {
  const kernel = Float32Array.of(1, 0, /* slice 1: */ -3, 0, 0, 2, 0, 0, 1, -1, 4, 0);
  const { slices, share } = findStrongestSlices(kernel, 6);
  assert.deepEqual(slices, [5, 1, 2, 4]); // 16, 9, 4 and 2 of 32
  assert.equal(share, 31 / 32);
});

Deno.test("findStrongestSlices() keeps the order of slices that are as strong", () => {
  assert.deepEqual(findStrongestSlices(Float32Array.of(1, -1, 1, 1, 1, 1), 6).slices, [0, 1, 2, 3]);
});

Deno.test("findStrongestSlices() names all of few slices", () => {
  assert.deepEqual(findStrongestSlices(Float32Array.of(1, 2, 3), 3), {
    slices: [2, 1, 0],
    share: 1,
  });
});

Deno.test("findStrongestSlices() has no share of a kernel of zeros", () => {
  assert.equal(findStrongestSlices(new Float32Array(12), 6).share, null);
});

Deno.test("findStrongestSlices() counts what is not finite for nothing", () => {
  const kernel = Float32Array.of(NaN, 1, Infinity, 0, 2, 0);
  assert.deepEqual(findStrongestSlices(kernel, 3), { slices: [2, 0, 1], share: 1 });
});
