import { findLargest } from "../../tensor/largest.ts";

/** The numbers that add up to a cell of a map, but for the bias. */
export interface CellSum {
  /** The input channels that give most, by their size without sign. */
  readonly input: readonly number[];
  /** What each gives. */
  readonly term: readonly number[];
  /** What all others give together; null where there is no other. */
  readonly rest: number | null;
  /** What these and the bias add up to: the cell's value, or the number that it was rounded from. */
  readonly total: number;
}

/** What the slices of a kernel add up to. */
export interface Total {
  /** The first of the channels that the slices read. */
  readonly first: number;
  readonly total: number;
  readonly bias: number;
  /** How many of the terms are named at most. */
  readonly named: number;
}

/** How many terms of a sum are named. */
export const NAMED_TERMS = 4;

/**
 * Names the largest of the terms of a cell. The last number takes what the runtime's single
 * precision made of the sum, so that all add up to the total.
 */
export function nameTerms(
  terms: ArrayLike<number>,
  { first, total, bias, named }: Total,
): CellSum {
  const chosen = findLargest(terms, named);
  const term = chosen.map((i) => terms[i]!);
  const isWhole = chosen.length === terms.length;
  const kept = isWhole ? term.slice(1) : term;
  const left = kept.reduce((left, value) => left - value, total - bias);
  return {
    input: chosen.map((i) => first + i),
    term: isWhole ? [left, ...kept] : term,
    rest: isWhole ? null : left,
    total,
  };
}
