import type { MarkedCell } from "../analysis/map/top_cells.ts";

/** Lists of cells, a list a map, in a few bytes each. */
export interface PackedCells {
  /** How many cells each list has. */
  readonly counts: Uint8Array;
  /** The column, the row, the value of each, and whether it is on padding: NaN where not known. */
  readonly numbers: Float64Array;
}

const FIELDS = 4;

/** Packs lists of at most 255 cells. */
export function packCells(lists: readonly (readonly MarkedCell[])[]): PackedCells {
  const numbers = new Float64Array(FIELDS * lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const { x, y, value, onPadding } of lists.flat()) {
    numbers[at++] = x;
    numbers[at++] = y;
    numbers[at++] = value;
    numbers[at++] = onPadding === null ? NaN : Number(onPadding);
  }
  return { counts: Uint8Array.from(lists, ({ length }) => length), numbers };
}

/** Unpacks them again. */
export function unpackCells({ counts, numbers }: PackedCells): MarkedCell[][] {
  let at = 0;
  return Array.from(counts, (count) =>
    Array.from({ length: count }, () => {
      const [x = 0, y = 0, value = 0, mark = NaN] = numbers.subarray(at, at += FIELDS);
      return { x, y, value, onPadding: Number.isNaN(mark) ? null : mark === 1 };
    }));
}
