import { dot } from "../../tensor/dot.ts";
import { findCompleteRows } from "./complete_rows.ts";
import { toUnitRanks } from "./unit_ranks.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import type { Correlation } from "./spearman.ts";

/**
 * Measures the rank correlation of two columns with a third one held fixed, over the rows in which
 * none is null.
 *
 *     ρ(xy|z) = (ρ(xy) − ρ(xz) ρ(yz)) / √((1 − ρ(xz)²) (1 − ρ(yz)²))
 *
 * Null for fewer than four rows, where a column is constant, and where the third one orders the
 * rows as one of the others does.
 */
export function partialSpearman(x: Values, y: Values, fixed: Values): Correlation {
  const rows = findCompleteRows([x, y, fixed]);
  if (rows.length <= 3) return { value: null, n: rows.length };
  const [a, b, c] = [x, y, fixed].map((column) => toUnitRanks(column, rows));
  const value = a && b && c ? correlateRests(a, b, c) : null;
  return { value, n: rows.length };
}

function correlateRests(a: Float64Array, b: Float64Array, c: Float64Array): number | null {
  const ac = dot(a, c);
  const bc = dot(b, c);
  const scale = scaleRests(ac, bc);
  return scale && Math.max(-1, Math.min(1, scale * (dot(a, b) - ac * bc)));
}

// Of the variance of ranks; less is a few swapped ones, or rounding.
const LEAST_REST = 1e-6;

/**
 * Gives what the partial correlation divides by, as a factor: 1 / √((1 − ρ(xz)²) (1 − ρ(yz)²));
 * null where the column that is held fixed leaves nothing of one of the others.
 */
export function scaleRests(xz: number, yz: number): number | null {
  const rests = [1 - xz ** 2, 1 - yz ** 2] as const;
  return Math.min(...rests) > LEAST_REST ? 1 / Math.sqrt(rests[0] * rests[1]) : null;
}
