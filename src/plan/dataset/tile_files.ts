import type { Size } from "../../raster/raster.ts";

/** Tiles of kernels in pictures: those of a kernel side by side, its neighbour's below. */
export interface PlannedTiles {
  /** How many tiles each kernel has a place for. */
  readonly each: number;
  readonly kernels: number;
  readonly tile: Size;
  /** How many kernels each picture has but the last. */
  readonly perFile: number;
  readonly files: readonly PlannedTileFile[];
}

/** A picture of tiles. */
export interface PlannedTileFile extends Size {
  /** Its path, relative to the layer's folder. */
  readonly file: string;
}

// Some 90 kB: a page that shows one kernel loads little beside it.
const MOST_PIXELS = 1 << 19;
// Of WebP 16,383; half of it decodes everywhere.
const HIGHEST = 8192; // pixels

/** Plans the pictures of a layer's tiles. */
export function planTiles(
  name: "strongest" | "middle",
  { kernels, each, tile }: Pick<PlannedTiles, "kernels" | "each" | "tile">,
): PlannedTiles {
  const width = each * tile.width;
  const fitting = Math.min(MOST_PIXELS / (width * tile.height), HIGHEST / tile.height);
  const perFile = Math.max(1, Math.min(kernels, Math.floor(fitting)));
  const files = Array.from({ length: Math.ceil(kernels / perFile) }, (_, i) => ({
    file: `patches/${name}-${i}.webp`,
    width,
    height: Math.min(perFile, kernels - i * perFile) * tile.height,
  }));
  return { each, kernels, tile, perFile, files };
}

/** How many photos stand in a row of their small pictures at most, and how many in each picture. */
const SHEET = { columns: 16, photos: 256 };

/** Small pictures of photos. */
export interface SheetTiles {
  /** How many stand in a row. */
  readonly columns: number;
  /** How many photos each picture has but the last. */
  readonly perFile: number;
  readonly files: readonly PlannedTileFile[];
}

/** Plans the small pictures of so many photos, each in a square of a side. */
export function planSheets(folder: string, side: number, photos: number): SheetTiles {
  const columns = Math.max(1, Math.min(SHEET.columns, photos));
  const files = Array.from({ length: Math.ceil(photos / SHEET.photos) }, (_, i) => {
    const rows = Math.ceil(Math.min(SHEET.photos, photos - i * SHEET.photos) / columns);
    return { file: `${folder}/${i}.webp`, width: columns * side, height: rows * side };
  });
  return { columns, perFile: SHEET.photos, files };
}

/** How many bytes of pixels are held at most whose tiles are still to come. */
export const HELD_BYTES = 1 << 27;
