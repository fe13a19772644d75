import assert from "node:assert/strict";
import sharp from "sharp";
import { encodePixels } from "../../../src/host/photo/png.ts";
import type { Raster } from "../../../src/raster/raster.ts";
import { createRandom } from "../../support/random.ts";

const random = createRandom(91);

/** Pixels of so many channels, [width, height], each by its place. */
function makeRaster(
  channels: Raster["channels"],
  [width, height]: readonly [number, number],
  levelAt: (x: number, y: number, c: number) => number,
): Raster {
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => {
    const pixel = Math.floor(i / channels);
    return levelAt(pixel % width, Math.floor(pixel / width), i % channels);
  });
  return { width, height, channels, data };
}

async function decode(png: Uint8Array, { channels }: Raster): Promise<Uint8Array> {
  const image = sharp(png).toColourspace(channels === 1 ? "b-w" : "srgb");
  return new Uint8Array(await image.raw().toBuffer());
}

// [what, the level at a place]
const contents: readonly [string, (x: number, y: number, c: number) => number][] = [
  ["noise", () => random.whole(0, 255)],
  ["a slope", (x, y, c) => (x + 2 * y + 60 * c) / 12 % 256],
  ["one level", () => 128],
];

for (const [what, levelAt] of contents) {
  for (const channels of [1, 3] as const) {
    for (const size of [[1, 1], [7, 5], [1, 900], [900, 1], [1500, 1201]] as const) {
      Deno.test(`encodePixels() keeps ${what} of ${channels} x ${size.join(" x ")}`, async () => {
        const raster = makeRaster(channels, size, levelAt);
        assert.deepEqual(await decode(encodePixels(raster, "<x/>"), raster), raster.data);
      });
    }
  }
}

async function countBySharp({ data, ...raw }: Raster): Promise<number> {
  return (await sharp(data, { raw }).toColourspace("b-w").png().toBuffer()).length;
}

// Rough, with gaps of one level between 3 x 3 weights; and smooth.
const slices = makeRaster(1, [902, 902], (x, y) => {
  const isGap = x % 5 < 2 || y % 5 < 2;
  return isGap ? 0 : 128 + 40 * random.floats(3, -0.5, 0.5).reduce((sum, each) => sum + each);
});
const map = makeRaster(
  1,
  [900, 900],
  (x, y) => 128 + 60 * Math.sin(x / 9) + 60 * Math.cos(y / 7) + random.whole(0, 3),
);

for (const [what, raster] of Object.entries({ slices, map })) {
  Deno.test(`encodePixels() makes files of ${what} that are no larger than libvips makes`, async () => {
    const own = encodePixels(raster, "").length;
    assert.ok(own <= await countBySharp(raster), String(own));
  });
}
