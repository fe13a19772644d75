import { encodePath } from "../../site/address.ts";
import type { Picture } from "../../plan/picture.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { cutTile, type CutTileView } from "../../site/tile/cut_tile.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import type { SiteWords } from "../../words/words.ts";

/** A kernel and its map on the first photo, cut out of their grids; null where they are not drawn. */
export interface CutPair {
  readonly kernel: CutTileView | null;
  readonly map: CutTileView | null;
}

/** Where the tiles of a pair stand. */
export interface CutPairOptions {
  /** The way from the page to the folder of the layer, empty or ending in `/`. */
  readonly folder: string;
  /** Their longer side, in CSS pixels. */
  readonly side: number;
  readonly words: SiteWords;
}

/** Cuts out a pair. */
export function cutPair(
  layer: ReportLayer,
  k: number,
  { folder, side, words: { term } }: CutPairOptions,
): CutPair {
  const crop = (picture: Picture | null, alt: string): CutTileView | null =>
    picture && cutTile(picture, k, { href: folder + encodePath(picture.file), alt, side });
  return {
    kernel: crop(findKernelPicture(layer), term.kernelOf(String(k), layer.name)),
    map: crop(layer.maps[0]?.picture ?? null, term.mapOf(String(k), layer.name)),
  };
}
