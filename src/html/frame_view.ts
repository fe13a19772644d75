import { type LayerSprites, listSprites } from "./sprite.ts";

/** How the cells of a layer's grids stand: a part of the view of `layer.css.hbs`. In CSS pixels. */
export interface FrameView {
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** The width of a kernel beside its map, or of what there is of them. */
  readonly pairWidth: number;
  readonly columns: number;
  /** Whether there are kernels and maps. */
  readonly both: boolean;
  /** How many columns to the right of a kernel its map stands, and where the first map stands. */
  readonly shift: number;
  readonly mapsColumn: number;
  readonly gridWidth: number;
  /** The window that holds the grids side by side; null where their captions need more room. */
  readonly wide: number | null;
  /** The window that holds a photo beside them. */
  readonly roomy: number;
}

const GAP = 3;
const GUTTER = 40;
const CONTENT = 1376; // of a window of 1440
const MARGINS = 66;
const ASIDE = 100;
const CAPTION = 260;

/** Lays out the grids in as many columns as their pictures have, or as fit. */
export function viewFrame(sprites: LayerSprites): FrameView {
  const both = sprites.kernels !== null && sprites.maps.length > 0;
  const cell = layoutCell(sprites);
  const room = both ? (CONTENT - GUTTER) / 2 : CONTENT;
  const fitting = Math.floor((room + GAP) / (cell.width + GAP));
  const columns = Math.max(1, Math.min(countColumns(sprites), fitting));
  const half = columns * (cell.width + GAP) - GAP;
  const narrow = half < CAPTION;
  const gridWidth = narrow ? 2 * CAPTION : both ? 2 * half + GUTTER : half;
  const shift = both ? columns + 1 : 0;
  return {
    cellWidth: cell.width,
    cellHeight: cell.height,
    pairWidth: both ? 2 * cell.width : cell.width,
    ...{ columns, both, shift, mapsColumn: shift + 1, gridWidth },
    wide: narrow ? null : gridWidth + MARGINS,
    roomy: gridWidth + MARGINS + GUTTER + ASIDE,
  };
}

function countColumns(sprites: LayerSprites): number {
  return listSprites(sprites)[0]?.picture.columns ?? 1;
}

// The largest tile decides: grids that share rows share cells.
function layoutCell(sprites: LayerSprites): { readonly width: number; readonly height: number } {
  const all = listSprites(sprites);
  const widths = all.map(({ picture, gridZoom }) => picture.tileWidth * gridZoom);
  const heights = all.map(({ picture, gridZoom }) => picture.tileHeight * gridZoom);
  return { width: Math.ceil(Math.max(1, ...widths)), height: Math.ceil(Math.max(1, ...heights)) };
}
