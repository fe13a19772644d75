import type { Size } from "../../raster/raster.ts";
import { type CellPosition, clamp } from "../../site/field/cell.ts";

/** Finds the cell under the pointer, in a picture of `size` cells that fills a box. */
export function findCell(
  box: Element,
  { clientX, clientY }: PointerEvent,
  { height, width }: Size,
): CellPosition {
  const frame = box.getBoundingClientRect();
  return {
    row: clamp(Math.floor((clientY - frame.top) / frame.height * height), height),
    column: clamp(Math.floor((clientX - frame.left) / frame.width * width), width),
  };
}

const STEPS: Readonly<Record<string, CellPosition>> = {
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
};
const LEAP = 5;

/** Finds how far an arrow key moves, with Shift a leap; null for any other key. */
export function findStep(event: KeyboardEvent): CellPosition | null {
  const step = STEPS[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey) return null;
  const by = event.shiftKey ? LEAP : 1;
  return { row: step.row * by, column: step.column * by };
}

/** Finds the cell at a step from another, within a picture of `size` cells. */
export function stepCell(
  { row, column }: CellPosition,
  step: CellPosition,
  { height, width }: Size,
): CellPosition {
  return { row: clamp(row + step.row, height), column: clamp(column + step.column, width) };
}
