import type { LayerData } from "../html/layer_data.ts";

/** A cell of a map. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of a photo, in its pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How the cells of a layer's maps lie on the photo. */
export interface Projection {
  /** Finds what a cell reads of the photo. */
  readonly field: (cell: Cell) => Box;
  /** Finds the cell whose field has its centre nearest to a point of the photo. */
  readonly cellAt: (x: number, y: number) => Cell;
  /** Where a map lies on the photo: the middles of the fields, and half a step around them. */
  readonly area: Box;
}

/** Finds how maps [height, width] lie on the photo; null where that is not known. */
export function projectCells(
  field: LayerData["layer"]["receptiveField"],
  { height, width }: { readonly height: number; readonly width: number },
): Projection | null {
  if (field === null || field.size.length !== 2) return null;
  const [tall = 1, wide = 1] = field.size;
  const [down = 1, across = 1] = field.stride;
  const [top = 0, left = 0] = field.offset;
  const middle = { y: top + tall / 2, x: left + wide / 2 };
  return {
    field: ({ row, column }) => ({
      left: left + column * across,
      top: top + row * down,
      width: wide,
      height: tall,
    }),
    cellAt: (x, y) => ({
      row: clamp(Math.round((y - middle.y) / down), height),
      column: clamp(Math.round((x - middle.x) / across), width),
    }),
    area: {
      left: middle.x - across / 2,
      top: middle.y - down / 2,
      width: across * width,
      height: down * height,
    },
  };
}

/** Keeps an index within a count. */
export function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
