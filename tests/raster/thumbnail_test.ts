import assert from "node:assert/strict";
import type { Raster } from "../../src/raster/raster.ts";
import { makeThumbnail, THUMBNAIL_SIDE } from "../../src/raster/thumbnail.ts";

function paintStripes(width: number, height: number, channels: 1 | 3): Raster {
  const data = Uint8Array.from(
    { length: channels * width * height },
    (_, i) => 40 * (i % channels) + 10 * (Math.floor(i / channels) % 2),
  );
  return { width, height, channels, data };
}

Deno.test("makeThumbnail() averages areas, each channel by itself", () => {
  const side = 2 * THUMBNAIL_SIDE;
  const small = makeThumbnail(paintStripes(side, side, 3))!;
  assert.deepEqual([small.width, small.height], [THUMBNAIL_SIDE, THUMBNAIL_SIDE]);
  assert.equal(small.data.length, 3 * THUMBNAIL_SIDE ** 2);
  assert.deepEqual([...small.data.slice(-6)], [5, 45, 85, 5, 45, 85]);
});

Deno.test("makeThumbnail() keeps the ratio, the shorter side at THUMBNAIL_SIDE", () => {
  const wide = makeThumbnail(paintStripes(3 * 200, 200, 1))!;
  assert.deepEqual([wide.width, wide.height], [3 * THUMBNAIL_SIDE, THUMBNAIL_SIDE]);
  const tall = makeThumbnail(paintStripes(200, 301, 1))!;
  assert.deepEqual([tall.width, tall.height], [THUMBNAIL_SIDE, 193]);
  assert.equal(tall.data.length, tall.width * tall.height);
});

Deno.test("makeThumbnail() makes none of a photo that is small already", () => {
  assert.equal(makeThumbnail(paintStripes(THUMBNAIL_SIDE, 400, 1)), null);
  assert.equal(makeThumbnail(paintStripes(8, 8, 3)), null);
});
