/** Places along an axis. */
export interface CellRange {
  /** The first. */
  readonly from: number;
  /** The one behind the last. */
  readonly past: number;
}

/** Cells of a map, from the first row and column to those behind the last. */
export interface CellBlock {
  /** Its rows, counted downwards. */
  readonly rows: CellRange;
  /** Its columns, from the left. */
  readonly columns: CellRange;
}
