import { averageRaster } from "./averaged_raster.ts";
import type { Raster, Size } from "./raster.ts";
import type { Corner } from "./tile_grid.ts";

/** How large the picture is that a chat shows of a link: what most of them ask for. */
export const PREVIEW_SIZE: Size = { width: 1200, height: 630 };

const MARGIN = 20; // pixels
const PAPER = 255;

/** Paints pictures side by side into one that stands for a page, each as large as it fits. */
export function paintPreview(pictures: readonly Raster[]): Raster {
  const { width, height } = PREVIEW_SIZE;
  const data = new Uint8Array(3 * width * height).fill(PAPER);
  const preview: Raster = { width, height, channels: 3, data };
  const box = {
    width: (width - MARGIN) / pictures.length - MARGIN,
    height: height - 2 * MARGIN,
  };
  pictures.forEach((picture, i) => {
    const size = fit(picture, box);
    const left = MARGIN + i * (box.width + MARGIN) + (box.width - size.width) / 2;
    const corner = { left: Math.round(left), top: Math.round((height - size.height) / 2) };
    place(averageRaster(picture, size), preview, corner);
  });
  return preview;
}

function fit({ width, height }: Size, box: Size): Size {
  const zoom = Math.min(box.width / width, box.height / height);
  const side = (length: number): number => Math.max(1, Math.floor(length * zoom));
  return { width: side(width), height: side(height) };
}

function place(picture: Raster, onto: Raster, { left, top }: Corner): void {
  const { width, height, channels, data } = picture;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * channels;
      const to = ((top + y) * onto.width + left + x) * 3;
      for (let c = 0; c < 3; c++) onto.data[to + c] = data[from + c % channels]!;
    }
  }
}
