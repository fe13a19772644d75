/** A cell of a map. */
export interface CellPosition {
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

/** Keeps an index within a count. */
export function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
