import assert from "node:assert/strict";
import { roundLevels } from "../../src/raster/rounded_levels.ts";

Deno.test("roundLevels() keeps black, mid grey and white, and moves no level by more than 4", () => {
  const data = Uint8Array.from({ length: 256 }, (_, level) => level);
  const rounded = roundLevels({ width: 16, height: 16, channels: 1, data }, 8);
  assert.deepEqual([0, 128, 255].map((level) => rounded.data[level]), [0, 128, 255]);
  assert.deepEqual([3, 4, 251, 252].map((level) => rounded.data[level]), [0, 8, 248, 255]);
  assert.ok(data.every((level, i) => Math.abs(level - rounded.data[i]!) <= 4));
  assert.equal(data[3], 3); // another holds the pixels that are drawn
  const finer = roundLevels({ width: 16, height: 16, channels: 1, data }, 4);
  assert.deepEqual([1, 2, 128, 253, 254].map((level) => finer.data[level]), [0, 4, 128, 252, 255]);
});
