import type { PatchSheets } from "../../report/dataset/dataset_pictures.ts";
import type { CutTileView } from "../tile/cut_tile.ts";
import { encodePath } from "../address.ts";

/** What tiles that are cut out say, and how large each stands. */
export interface CutPatchesOptions {
  readonly alt: string;
  /** The longer side of a tile on the page, in CSS pixels. */
  readonly side: number;
  /** How many of them, from the first. */
  readonly count: number;
  /** Makes the way to a picture from its path, relative to the folder of the layer. */
  readonly link: (file: string) => string;
}

/** Tiles of a kernel side by side: a part of the view of `wall_rows.hbs`. */
export interface PatchStripView extends CutTileView {
  /** The lines between them, as a path. */
  readonly seams: string;
}

/** Cuts out the tiles of kernel k, which stand side by side; null where there are none. */
export function cutPatches(
  sheets: PatchSheets,
  k: number,
  options: CutPatchesOptions,
): PatchStripView | null {
  const strip = cut(sheets, k, { first: 0, ...options });
  if (strip === null) return null;
  const [left, top] = strip.box.split(" ").map(Number) as [number, number];
  const seams = Array.from({ length: options.count - 1 }, (_, i) => {
    return `M${left + (i + 1) * sheets.tileWidth} ${top}v${sheets.tileHeight}`;
  });
  return { ...strip, seams: seams.join("") };
}

/** Cuts out the tile of the cell of kernel k at a place; null where there is none. */
export function cutPatch(
  sheets: PatchSheets,
  k: number,
  place: number,
  options: Omit<CutPatchesOptions, "count">,
): CutTileView | null {
  if (place >= sheets.each || sheets.missing.includes(k * sheets.each + place)) return null;
  return cut(sheets, k, { first: place, count: 1, ...options });
}

function cut(
  { files, tileWidth, tileHeight, each, columns, kernels }: PatchSheets,
  k: number,
  { first, count, alt, side, link }: CutPatchesOptions & { readonly first: number },
): CutTileView | null {
  const file = files[Math.floor(k / kernels)];
  if (file === undefined || count === 0) return null;
  const within = k % kernels;
  const x = ((within % columns) * each + first) * tileWidth;
  const y = Math.floor(within / columns) * tileHeight;
  const zoom = side / Math.max(tileWidth, tileHeight);
  return {
    ...{ href: link(encodePath(file.file)), alt, width: file.width, height: file.height },
    box: `${x} ${y} ${count * tileWidth} ${tileHeight}`,
    shownWidth: Math.round(count * tileWidth * zoom),
    shownHeight: Math.round(tileHeight * zoom),
    soft: zoom !== 1, // a part of a photo, whose pixels are no cells
    veil: null,
  };
}
