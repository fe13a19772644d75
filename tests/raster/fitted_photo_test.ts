import assert from "node:assert/strict";
import { fitPhoto } from "../../src/raster/fitted_photo.ts";
import type { ImageLayout } from "../../src/raster/image_layout.ts";
import type { Raster } from "../../src/raster/raster.ts";

// Every pixel of 8 x 8 has its number as a level.
const steps: Raster = {
  width: 8,
  height: 8,
  channels: 3,
  data: Uint8Array.from({ length: 3 * 64 }, (_, i) => 1 + Math.floor(i / 3)),
};

const own: ImageLayout = {
  width: 8,
  height: 8,
  resized: { width: 8, height: 8 },
  left: 0,
  top: 0,
  margin: 0,
  kernel: "bilinear",
};

function fit(layout: Partial<ImageLayout>): number[] {
  const photo = fitPhoto(steps, { ...own, ...layout });
  return [...photo.data].filter((_, i) => i % 3 === 0);
}

Deno.test("fitPhoto() gives a photo that fits as it is", () => {
  assert.deepEqual(fitPhoto(steps, own), steps);
});

Deno.test("fitPhoto() cuts the part that the layout names", () => {
  assert.deepEqual(fit({ width: 3, height: 2, left: 4, top: 5 }), [45, 46, 47, 53, 54, 55]);
});

Deno.test("fitPhoto() leaves black margins where the input reaches beyond the photo", () => {
  const resized = { width: 2, height: 2 };
  const layout = { resized, width: 4, height: 3, left: -1, top: -1, kernel: "nearest" } as const;
  assert.deepEqual(fit(layout), [0, 0, 0, 0, 0, 19, 23, 0, 0, 51, 55, 0]);
});

Deno.test("fitPhoto() leaves margins of the level that the layout names", () => {
  assert.deepEqual(fit({ width: 2, height: 2, left: -1, top: -1, margin: 114 }), [
    114,
    114,
    114,
    1,
  ]);
});

Deno.test("fitPhoto() gives margins alone where the input lies beside the photo", () => {
  assert.deepEqual(fit({ width: 2, height: 1, left: 9 }), [0, 0]);
  assert.deepEqual(fit({ width: 2, height: 1, top: -4 }), [0, 0]);
});

Deno.test("fitPhoto() refuses to make a line too large to be held", () => {
  const line: Raster = { width: 1, height: 9000, channels: 1, data: new Uint8Array(9000) };
  const layout = { ...own, resized: { width: 256, height: 256 * 9000 } };
  assert.throws(() => fitPhoto(line, layout), {
    name: "RangeError",
    message: "Cannot resize photo of 1 x 9000: 256 x 2304000 are more than 268435456 pixels",
  });
});
