import assert from "node:assert/strict";
import { paintPreview, PREVIEW_SIZE } from "../../src/raster/preview.ts";
import type { Raster } from "../../src/raster/raster.ts";

const RED = [200, 10, 20];

function fill(width: number, height: number, colour: readonly number[]): Raster {
  const channels = colour.length as 1 | 3;
  const data = new Uint8Array(width * height * channels).map((_, i) => colour[i % channels]!);
  return { width, height, channels, data };
}

function read({ width, data }: Raster, x: number, y: number): number[] {
  return [...data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)];
}

Deno.test("paintPreview() lays pictures side by side, as large as they fit, on white", () => {
  const { width, height } = PREVIEW_SIZE;
  const preview = paintPreview([fill(10, 10, RED), fill(400, 100, [77])]);
  assert.deepEqual({ ...preview, data: null }, { width, height, channels: 3, data: null });
  assert.deepEqual(read(preview, width / 4, height / 2), RED);
  assert.deepEqual(read(preview, width * 3 / 4, height / 2), [77, 77, 77]);
  for (const [x, y] of [[0, 0], [width / 2, height / 2], [width * 3 / 4, 40]]) {
    assert.deepEqual(read(preview, x!, y!), [255, 255, 255], `${x}, ${y}`);
  }
});

Deno.test("paintPreview() gives one picture the whole", () => {
  const preview = paintPreview([fill(64, 32, RED)]);
  assert.deepEqual(read(preview, 30, PREVIEW_SIZE.height / 2), RED);
  assert.deepEqual(read(preview, PREVIEW_SIZE.width - 30, PREVIEW_SIZE.height / 2), RED);
});
