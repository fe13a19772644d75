import { formatNumber } from "../../site/format.ts";
import type { TileRange } from "../../site/tile/tile_range.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { create } from "../shell/dom.ts";
import { subtract } from "../tile/difference.ts";
import { fillDifference } from "../tile/difference_canvas.ts";
import type { PixelLayout } from "../tile/pixel_layout.ts";
import { levelNumbers, paintLevels } from "./level_tile.ts";
import type { SharedPicture } from "./shared_view.ts";

/** A tile, and what is said of its shades or colours. */
export type PaintedTile = Pick<SharedPicture, "canvas" | "note">;

/** Paints the numbers of A or B in grey, from black to white over a range. */
export function paintInRange(
  numbers: Float32Array,
  layout: PixelLayout,
  range: TileRange,
): HTMLCanvasElement {
  const tile = levelNumbers(numbers, layout, range);
  return paintLevels(tile, { own: null, target: null, stops: null });
}

/** Paints A − B, and says what its colours stand for. */
export function paintApart(
  [a, b]: readonly [Tile, Tile],
  layout: PixelLayout,
  { compare: { scales } }: ComparePageWords,
): PaintedTile {
  const canvas = create("canvas");
  const most = fillDifference(canvas, subtract(a, b).numbers, { layout, dark: false });
  return { canvas, note: scales.difference(formatNumber(most)) };
}
