/**
 * What each cell of a map reads along one axis of the photo, in pixels. Cell n, in reading order,
 * reads `size[n mod q]` pixels from `first[n mod q] + step × ⌊n ÷ q⌋`, where q is how many numbers
 * are given.
 */
export interface CellReads {
  /** The sizes of the map; 1 along an axis whose cells read the same, where they count as one. */
  readonly cells: readonly number[];
  /** The first pixel; negative within the padding. */
  readonly first: readonly number[];
  /** How many pixels, with those in the padding; 0 where a cell reads nothing. */
  readonly size: readonly number[];
  /** How many pixels further the cells read after as many cells as there are numbers. */
  readonly step: number;
}

/** Gives what the cell at a place of the map, row first, reads along the axis. */
export function readCell(
  { cells, first, size, step }: CellReads,
  place: readonly number[],
): { readonly first: number; readonly size: number } {
  const n = cells.reduce((at, extent, axis) => extent === 1 ? at : at * extent + place[axis]!, 0);
  const turns = Math.floor(n / first.length);
  const i = n - turns * first.length;
  return { first: first[i]! + turns * step, size: size[i]! };
}
