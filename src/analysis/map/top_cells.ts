import { sliceAt, type Tensor } from "../../tensor/tensor.ts";

/** A cell of a map. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** A cell of a map, and whether it reads padding. */
export interface MarkedCell extends Cell {
  /** Null where that is not known, or tells nothing. */
  readonly onPadding: boolean | null;
}

/** A cell of a map of a photo. */
export interface PhotoCell extends MarkedCell {
  /** The id of the photo. */
  readonly photo: string;
}

/** How many cells stand for what excites a kernel. */
export const TOP_CELLS = 9;

/** How {@linkcode findTopCells} chooses. */
export interface TopCellsOptions {
  /** How many cells to find at most. */
  readonly count: number;
  /** How many cells two of them lie apart at least, along one axis or the other. */
  readonly apart: number;
  /**
   * Tells of a cell whether it comes behind all of which that is not so, however strong it is.
   *
   * @default {() => false}
   */
  readonly isLast?: (x: number, y: number) => boolean;
}

/**
 * Finds the strongest cells above 0 of every map [channels, height, width],
 * strongest first, of which none stands for the same place as one before it.
 * Equal ones are told apart by their place in reading order.
 */
export function findTopCells(maps: Tensor, options: TopCellsOptions): Cell[][] {
  const [channels = 0, , width = 0] = maps.dims;
  return Array.from({ length: channels }, (_, k) => findTop(sliceAt(maps, k).data, width, options));
}

function findTop(
  values: Float32Array,
  width: number,
  { count, apart, isLast = () => false }: TopCellsOptions,
): Cell[] {
  const found: Cell[] = [];
  for (const last of [false, true]) {
    const isFree = (x: number, y: number): boolean =>
      isLast(x, y) === last &&
      !found.some((cell) => Math.abs(cell.x - x) < apart && Math.abs(cell.y - y) < apart);
    while (found.length < count) {
      const next = findStrongest(values, width, isFree);
      if (next === null) break;
      found.push(next);
    }
  }
  return found;
}

function findStrongest(
  values: Float32Array,
  width: number,
  isFree: (x: number, y: number) => boolean,
): Cell | null {
  let best: Cell | null = null;
  let least = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value > least) || value === Infinity) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (!isFree(x, y)) continue;
    best = { x, y, value };
    least = value;
  }
  return best;
}

/**
 * Merges the strongest cells of several photos, map by map; null where there is
 * no photo. Of equal ones, that of the earlier photo comes first.
 *
 * @param last Whether cells on the padding come behind all others.
 */
export function mergeTopCells(
  photos: readonly { readonly photo: string; readonly top: readonly (readonly MarkedCell[])[] }[],
  { last = false }: { readonly last?: boolean } = {},
): PhotoCell[][] | null {
  const [first] = photos;
  if (first === undefined) return null;
  return first.top.map((_, k) => {
    const all = photos.flatMap(({ photo, top }) => top[k]!.map((cell) => ({ ...cell, photo })));
    const rank = ({ onPadding }: MarkedCell): number => Number(last && onPadding === true);
    return all.toSorted((a, b) => rank(a) - rank(b) || b.value - a.value).slice(0, TOP_CELLS);
  });
}
