import type { Size } from "../raster/raster.ts";
import type { PictureKind } from "./picture_kind.ts";

/** What the file of a picture is. */
export type PictureFormat = "png" | "webp";

/** How the pictures of a report are kept. */
export interface FormatOptions {
  /**
   * Whether they take as little room as may be.
   *
   * @default {false}
   */
  readonly small?: boolean;
}

// Of WebP: 14 bits.
const LONGEST = 16_383;

/** Chooses the format of a picture. */
export function chooseFormat(
  { width, height }: Size,
  { small = false }: FormatOptions,
): PictureFormat {
  return small && Math.max(width, height) <= LONGEST ? "webp" : "png";
}

/** Finds the format of a picture by its path. */
export function formatOf(path: string): PictureFormat {
  return path.endsWith(".webp") ? "webp" : "png";
}

// Tiles of a few pixels, of weights each, lose more than they save.
const LARGE_TILES: readonly PictureKind[] = [
  "maps",
  "activated",
  "inputs",
  "effective",
  "projections",
];

/** Tells whether a picture may lose what is hardly seen, to be smaller. */
export function mayLose(kind: PictureKind): boolean {
  return LARGE_TILES.includes(kind);
}

/** Tells whether a picture is left to the page, which paints it of the numbers that it holds. */
export function isLeftToPage(
  kind: PictureKind,
  { small, values }: { readonly small: boolean; readonly values: string },
): boolean {
  return small && values !== "none" && kind === "slices";
}
