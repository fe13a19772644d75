import type { Picture } from "../../plan/picture.ts";
import type { PixelLayout } from "../tile/pixel_layout.ts";
import { openCanvas } from "../tile/canvas.ts";
import { pickColour } from "../tile/difference.ts";
import type { Rgb } from "../tile/colour_stops.ts";
import { MIN_SPAN } from "../../raster/rescale.ts";
import type { TileRange } from "../../site/tile/tile_range.ts";

/** The pixels of a tile, red, green and blue: 0 and 1 are the ends of its own range; NaN for a gap. */
export interface LevelTile {
  readonly width: number;
  readonly height: number;
  readonly levels: Float32Array;
}

/** Makes a tile of numbers, in their own range. */
export function levelNumbers(
  numbers: Float32Array,
  { width, height, at }: PixelLayout,
  { low, high }: TileRange,
): LevelTile {
  const levels = new Float32Array(3 * width * height).fill(NaN);
  const span = Math.max(high - low, MIN_SPAN);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = at(x, y)?.indices[0];
      if (index === undefined) continue;
      const level = (numbers[index]! - low) / span;
      levels.fill(level, 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  }
  return { width, height, levels };
}

/** Cuts tile k out of a picture of tiles. */
export function levelPicture(image: HTMLImageElement, picture: Picture, k: number): LevelTile {
  const { tileWidth: width, tileHeight: height, padding, columns } = picture;
  const context = openCanvas({ width, height });
  const left = padding + (k % columns) * (width + padding);
  const top = padding + Math.floor(k / columns) * (height + padding);
  context.drawImage(image, left, top, width, height, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const levels = Float32Array.from(
    { length: 3 * width * height },
    (_, i) => data[Math.floor(i / 3) * 4 + i % 3]! / 255,
  );
  return { width, height, levels };
}

/** How a tile is painted. */
export interface TilePaint {
  /** What its levels stand for; null where that is not known, and it is painted as it is. */
  readonly own: TileRange | null;
  /** The range that it is shown in. */
  readonly target: TileRange | null;
  /** The colours of a map; null for its own. */
  readonly stops: readonly Rgb[] | null;
}

/** Paints a tile, each pixel one pixel; gaps stay clear. */
export function paintLevels(
  { width, height, levels }: LevelTile,
  { own, target, stops }: TilePaint,
): HTMLCanvasElement {
  const context = openCanvas({ width, height });
  const pixels = new ImageData(width, height);
  const bring = bringInto(own, target);
  for (let i = 0; i < width * height; i++) {
    const rgb = [0, 1, 2].map((c) => bring(levels[3 * i + c]!));
    if (rgb.some(Number.isNaN)) continue;
    const colour = stops === null ? rgb.map((level) => 255 * level) : pickColour(stops, rgb[0]!);
    pixels.data.set([...colour, 255], 4 * i);
  }
  context.putImageData(pixels, 0, 0);
  return context.canvas;
}

function bringInto(own: TileRange | null, target: TileRange | null): (level: number) => number {
  if (own === null || target === null) return (level) => level;
  const span = target.high - target.low;
  return (level) => (own.low + level * (own.high - own.low) - target.low) / span;
}
