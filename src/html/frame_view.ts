import { GRID_SIZES, type GridSize, type LayerSprites, listSprites } from "./sprite.ts";

/** How the cells of a layer's grids stand at one size: a part of the view of `layer.css.hbs`. */
export interface FrameView {
  readonly size: GridSize;
  /** In CSS pixels. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly columns: number;
}

const GAP = 3;
const HALF = 461; // of 1376: two halves, the gap between them, and a panel
const WHOLE = 962;

/** Lays out the grids at every size, in as many columns as fit. */
export function viewFrames(sprites: LayerSprites): readonly FrameView[] {
  const room = sprites.kernels !== null && sprites.maps.length > 0 ? HALF : WHOLE;
  return GRID_SIZES.map((size) => {
    const { width, height } = layoutCell(sprites, size);
    const columns = Math.max(1, Math.floor((room + GAP) / (width + GAP)));
    return { size, cellWidth: width, cellHeight: height, columns };
  });
}

// From so many pairs on, small tiles show a layer at a glance.
const MANY = 128;

/** Chooses the size at which a layer is shown at first. */
export function chooseSize(pairs: number): GridSize {
  return pairs > MANY ? "s" : "m";
}

// The largest tile decides: grids that share rows share cells.
function layoutCell(
  sprites: LayerSprites,
  size: GridSize,
): { readonly width: number; readonly height: number } {
  const all = listSprites(sprites);
  const widths = all.map(({ picture, zooms }) => picture.tileWidth * zooms[size]);
  const heights = all.map(({ picture, zooms }) => picture.tileHeight * zooms[size]);
  return { width: Math.ceil(Math.max(1, ...widths)), height: Math.ceil(Math.max(1, ...heights)) };
}
