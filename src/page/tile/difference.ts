import type { Rgb } from "./colour_stops.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { PixelLayout } from "./pixel_layout.ts";

/** Gives a − b. */
export function subtract(a: Tile, b: Tile): Tile {
  return {
    numbers: a.numbers.map((value, i) => value - b.numbers[i]!),
    error: a.error + b.error,
  };
}

/** Paints signed numbers, −most to most, as RGBA pixels; gaps and what is not finite stay clear. */
export function paintDifference(
  data: Float32Array,
  layout: PixelLayout,
  { most, stops }: { readonly most: number; readonly stops: readonly Rgb[] },
): Uint8ClampedArray<ArrayBuffer> {
  const { width, height } = layout;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[layout.at(x, y)?.indices[0] ?? -1] ?? NaN;
      if (!Number.isFinite(value)) continue;
      const colour = pickColour(stops, most > 0 ? (value / most + 1) / 2 : .5);
      pixels.set([...colour, 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

/** Finds the colour at a share of a map, between its stops as an SVG table does. */
export function pickColour(stops: readonly Rgb[], share: number): Rgb {
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const from = Math.min(stops.length - 2, Math.floor(at));
  const mix = (channel: 0 | 1 | 2): number =>
    stops[from]![channel] + (stops[from + 1]![channel] - stops[from]![channel]) * (at - from);
  return [mix(0), mix(1), mix(2)];
}
