import type { Size } from "../../raster/raster.ts";
import {
  GRID_SIZES,
  type GridSize,
  type LayerSprites,
  listSprites,
  measureCell,
} from "./sprite.ts";

/** How the cells of a layer's grids stand at one size: a part of the view of `layer_css.hbs`. */
export interface FrameView {
  readonly size: GridSize;
  /** In CSS pixels. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly columns: number;
}

/** The width of one of two grids, in CSS pixels: of 1376, beside its twin and a panel. */
export const HALF = 461;
/** The width of a grid that has no twin. */
export const ALONE = 962;
const GAP = 3;

/** Lays out the grids at every size, in as many columns as fit. */
export function viewFrames(sprites: LayerSprites): readonly FrameView[] {
  const room = sprites.kernels.length > 0 && sprites.maps.length > 0 ? HALF : ALONE;
  return GRID_SIZES.map((size) => {
    const { width, height } = layoutCell(sprites, size);
    return { size, cellWidth: width, cellHeight: height, columns: countColumns(room, width) };
  });
}

/** Counts the cells of a width that stand in a row, in so much room. */
export function countColumns(room: number, width: number): number {
  return Math.max(1, Math.floor((room + GAP) / (width + GAP)));
}

// From so many pairs on, small tiles show a layer at a glance.
const MANY = 128;

/** Chooses the size at which a layer is shown at first. */
export function chooseSize(pairs: number): GridSize {
  return pairs > MANY ? "s" : "m";
}

// The largest tile decides: grids that share rows share cells.
function layoutCell(sprites: LayerSprites, size: GridSize): Size {
  const cells = listSprites(sprites).map(({ picture, zooms }) => measureCell(picture, zooms[size]));
  return {
    width: Math.max(1, ...cells.map(({ width }) => width)),
    height: Math.max(1, ...cells.map(({ height }) => height)),
  };
}
