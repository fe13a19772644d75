import type { MarkedCell } from "./top_cells.ts";

/** The cell that stands for a map on a photo. */
export interface StandingCell extends MarkedCell {
  /** What is there behind what follows cell by cell; null where nothing does. */
  readonly activated: number | null;
}

/**
 * Finds the channels whose strongest cell over all photos reads padding; null where there is no
 * photo, or padding is not known. What is above 0 behind the activation comes before all else.
 */
export function findOnPadding(
  photos: readonly (readonly (StandingCell | null)[])[],
): readonly number[] | null {
  const [first] = photos;
  const cells = photos.flat();
  if (first === undefined || cells.every((cell) => (cell?.onPadding ?? null) === null)) return null;
  return [...first.keys()].filter((k) => {
    const own = photos.map((peaks) => peaks[k] ?? null).filter((cell) => cell !== null);
    const [strongest] = own.toSorted(compareCells);
    return strongest?.onPadding === true;
  });
}

function compareCells(a: StandingCell, b: StandingCell): number {
  const lit = (cell: StandingCell): number => Math.max(0, cell.activated ?? 0);
  return lit(b) - lit(a) || b.value - a.value;
}
