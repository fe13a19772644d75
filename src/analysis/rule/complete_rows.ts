import type { Values } from "../kernel/kernel_measures.ts";

/** Finds the rows in which every column has a value; rows are counted from 0. */
export function findCompleteRows(columns: readonly Values[]): number[] {
  const [first = []] = columns;
  return [...first.keys()].filter((row) => columns.every((column) => isFinite(column[row])));
}

function isFinite(value: number | null | undefined): value is number {
  return Number.isFinite(value);
}
