import { dot } from "../../tensor/dot.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import { toUnitRanks } from "./unit_ranks.ts";

/** The ranks of columns over the same rows, each centred and of length 1, made once. */
export interface Ranks {
  /** Those of a column; null where all its values are equal. */
  readonly of: (column: Values) => Float64Array | null;
  /** What a column that is held fixed leaves of them, of length 1 again; null where it leaves nothing. */
  readonly without: (column: Values, fixed: Values) => Float64Array | null;
}

/** Ranks columns over some of their rows, in which none has a null. */
export function rankRows(rows: readonly number[]): Ranks {
  const whole = new Map<Values, Float64Array | null>();
  const rests = new Map<Values, Map<Values, Float64Array | null>>();
  const of = (column: Values): Float64Array | null => {
    if (!whole.has(column)) whole.set(column, toUnitRanks(column, rows));
    return whole.get(column)!;
  };
  const without = (column: Values, fixed: Values): Float64Array | null => {
    const left = rests.get(fixed) ?? new Map<Values, Float64Array | null>();
    rests.set(fixed, left);
    if (!left.has(column)) left.set(column, takeOut(of(column), of(fixed)));
    return left.get(column)!;
  };
  return { of, without };
}

// Of the variance of ranks; less is a few swapped ones, or rounding.
const LEAST_REST = 1e-6;

// (u − (u · f) f) / √(1 − (u · f)²)
function takeOut(unit: Float64Array | null, fixed: Float64Array | null): Float64Array | null {
  if (unit === null || fixed === null) return null;
  const shared = dot(unit, fixed);
  const rest = 1 - shared ** 2;
  if (!(rest > LEAST_REST)) return null;
  const scale = 1 / Math.sqrt(rest);
  return unit.map((value, i) => scale * (value - shared * fixed[i]!));
}
