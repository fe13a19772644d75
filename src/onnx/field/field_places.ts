import { readCell } from "./cell_reads.ts";
import type { FoundField, MapField } from "./receptive_field.ts";

/** A cell of a map, row first. */
type Place = readonly number[];

/** What a cell reads along an axis of the photo, in pixels. */
export interface Extent {
  readonly first: number;
  readonly size: number;
}

/** Gives what a cell reads along each axis of the photo, with what lies in the padding. */
export function findRead({ line, straight, reads }: MapField, place: Place): readonly Extent[] {
  if (line === null || !straight) return reads.map((axis) => readCell(axis, place));
  return line.size.map((size, axis) => ({
    first: line.offset[axis]! + place[axis]! * line.stride[axis]!,
    size,
  }));
}

/** Gives the largest sizes that cells read along each axis of the photo. */
export function findLargestField({ reads }: MapField): readonly number[] {
  return reads.map(({ size }) => size.reduce((a, b) => Math.max(a, b)));
}

/** How many cells apart two read no more than half in common; 1 where that is not known. */
export function findApart(field: FoundField): number {
  if ("missing" in field) return 1;
  const largest = findLargestField(field);
  const steps = largest.map((size, axis) => size / (2 * findBoardStep(field, axis)));
  return Math.max(1, ...steps.map((step) => Number.isNaN(step) ? 1 : step));
}

// How many pixels further a cell reads than the one before it, on the whole.
function findBoardStep({ cells, reads }: MapField, axis: number): number {
  const last = cells.map((count) => count - 1);
  const [from, to] = [cells.map(() => 0), last].map((place) => readCell(reads[axis]!, place).first);
  return Math.abs(to! - from!) / Math.max(1, last[axis]!);
}
