import type { Raster } from "../../src/raster/raster.ts";
import { resample } from "../../src/raster/resample.ts";

// A photo of 12 megapixels, as `imagenet` brings it to its shortest edge.
const photo = drawPhoto(4000, 3000);
const size = { width: 341, height: 256 };
const group = "12 megapixels to 341 x 256";

Deno.bench({ name: "every byte read once", group, baseline: true }, () => {
  sumBytes(photo.data);
});

for (const kernel of ["bilinear", "bicubic", "lanczos3", "nearest"] as const) {
  Deno.bench({ name: `resample() by ${kernel}`, group }, () => {
    sumBytes(resample(photo, size, { kernel }).data);
  });
}

let sink = 0;

function sumBytes(bytes: Uint8Array): void {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum += bytes[i]!;
  sink = sink + sum | 0;
}

function drawPhoto(width: number, height: number): Raster {
  const data = Uint8Array.from({ length: 3 * width * height }, (_, i) => Math.imul(i, 40503) >> 9);
  return { width, height, channels: 3, data };
}
