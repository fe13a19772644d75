import { layoutGrid } from "../raster/grid_layout.ts";
import type { Size } from "../raster/raster.ts";
import type { GridConfig } from "../config/config.ts";

/** What the tiles of a picture are. */
export type PictureKind =
  | "kernels"
  | "slices"
  | "sheets"
  | "strongest"
  | "maps"
  | "activated"
  | "inputs"
  | "effective"
  | "projections";

/** The pictures of kernels. */
export type KernelPicture = Picture<"kernels" | "slices" | "sheets" | "strongest">;

/** The pictures of maps. */
export type MapPicture = Picture<"maps" | "activated" | "inputs">;

/** A grid of tiles; tile k lies in column k mod columns and row ⌊k ÷ columns⌋. */
export interface Picture<Kind extends PictureKind = PictureKind> extends Size {
  /** What the tiles are. */
  readonly kind: Kind;
  /** The picture's file, relative to the layer's folder. */
  readonly file: string;
  /** How values became grey levels, in words. */
  readonly scale: string;
  /** The size of a tile, in pixels. */
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** How many tiles stand in a row. */
  readonly columns: number;
  /** The gap around and between the tiles, in pixels. */
  readonly padding: number;
}

const SCALES: Readonly<Record<PictureKind, string>> = {
  kernels: "each kernel has its own range",
  slices: "zero is mid grey; each kernel has its own range, which its slices share",
  sheets: "zero is mid grey; each kernel has its own range, which its slices share",
  strongest: "each kernel's four strongest slices; zero is mid grey; each kernel has its own range",
  maps: "each map has its own range",
  activated: "each map has its own range",
  inputs: "each map has its own range",
  effective: "zero is mid grey; each kernel has its own range",
  projections: "zero is mid grey; each projection has its own range",
};

/** Plans a grid of `count` tiles of one size. */
export function planPicture<Kind extends PictureKind>(
  kind: Kind,
  file: string,
  tiles: Size & { readonly count: number },
  grid: Pick<GridConfig, "nrow" | "padding">,
): Picture<Kind> {
  const { width, height, columns, padding } = layoutGrid(tiles.count, tiles, grid);
  return {
    kind,
    file,
    scale: SCALES[kind],
    width,
    height,
    tileWidth: tiles.width,
    tileHeight: tiles.height,
    columns,
    padding,
  };
}
