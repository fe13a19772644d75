import assert from "node:assert/strict";
import { paintArray } from "../../src/raster/array_picture.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";

function array(dims: readonly number[], ...values: readonly number[]): Tensor {
  return { data: Float32Array.from(values), dims };
}

Deno.test("paintArray() paints one channel in grey, from its least value to its largest", () => {
  const { raster, description } = paintArray(array([1, 2, 2], -2, 0, 2, 6));
  assert.deepEqual([...raster.data], [0, 64, 128, 255]);
  assert.equal(raster.channels, 1);
  assert.equal(description, "The array: 0 is -2, 255 is 6");
});

Deno.test("paintArray() paints three channels as colours of one range", () => {
  const { raster } = paintArray(array([3, 1, 2], 0, 1, 2, 3, 4, 5));
  assert.equal(raster.channels, 3);
  assert.deepEqual([...raster.data], [0, 102, 204, 51, 153, 255]);
});

Deno.test("paintArray() paints the mean of other channels, and says so", () => {
  const { raster, description } = paintArray(array([2, 1, 3], 0, 1, 2, 4, 3, 6));
  assert.deepEqual([...raster.data], [0, 0, 255]); // means 2, 2, 4
  assert.equal(description, "The array: the mean of 2 channels; 0 is 2, 255 is 4");
});

Deno.test("paintArray() lays the slices of three axes side by side", () => {
  const { raster, description } = paintArray(array([1, 2, 1, 2], 0, 1, 2, 3));
  assert.deepEqual([raster.width, raster.height], [5, 1]);
  assert.deepEqual([...raster.data], [0, 85, 0, 170, 255]);
  assert.equal(description, "The array: slices by depth; 0 is 0, 255 is 3");
});

Deno.test("paintArray() draws few signals as curves, from their highest value down", () => {
  const { raster } = paintArray(array([2, 2], 0, 8, 8, 8));
  assert.deepEqual([raster.width, raster.height], [512, 256]);
  const lit = (x: number, y: number): number => raster.data[y * 512 + x]!;
  assert.equal(lit(511, 0), 255); // ends at the top
  assert.equal(lit(0, 127), 255); // begins at the bottom
  assert.equal(lit(511, 127), 0);
  assert.equal(lit(0, 128), 255); // the second stays at the top
  assert.equal(lit(0, 255), 0);
});

Deno.test("paintArray() shows a peak of a single value among many", () => {
  const data = new Float32Array(100000);
  data[54321] = 1;
  const { raster } = paintArray({ data, dims: [1, 100000] });
  const top = raster.data.subarray(0, 512);
  assert.deepEqual([...top.keys()].filter((x) => top[x] === 255), [Math.floor(54321 * 512 / 1e5)]);
});

Deno.test("paintArray() paints many signals as rows", () => {
  const data = Float32Array.from({ length: 5 * 4 }, (_, i) => Math.floor(i / 4));
  const { raster } = paintArray({ data, dims: [5, 4] });
  assert.deepEqual([raster.width, raster.height], [4, 100]);
  assert.deepEqual([0, 19, 20, 99].map((y) => raster.data[4 * y]), [0, 0, 64, 255]);
});

Deno.test("paintArray() leaves values that are not finite out of the range", () => {
  const { raster } = paintArray(array([1, 1, 4], NaN, Infinity, 1, 3));
  assert.deepEqual([...raster.data], [0, 255, 0, 255]);
  assert.deepEqual([...paintArray(array([1, 1, 2], NaN, NaN)).raster.data], [0, 0]);
});
