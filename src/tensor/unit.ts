import type { Summary } from "./summary.ts";

/** Numbers that can be read one by one. */
export type Numbers = Float32Array | Float64Array | Uint8Array;

/**
 * Centres numbers and scales them to length 1, so that the scalar product of
 * two results is Pearson's correlation.
 *
 *     uᵢ = (xᵢ − x̄) / √(Σⱼ (xⱼ − x̄)²)
 *
 * Null where all are equal, and where one is NaN or infinite.
 */
export function toUnit(values: Numbers): Float64Array<ArrayBuffer> | null {
  const mean = averageUnequal(values);
  if (mean === null) return null;
  const unit = new Float64Array(values.length);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - mean;
    unit[i] = deviation;
    squares += deviation * deviation;
  }
  const scale = 1 / Math.sqrt(squares);
  if (!(scale < Infinity)) return null;
  for (let i = 0; i < unit.length; i++) unit[i]! *= scale;
  return unit;
}

/** Does what {@linkcode toUnit} does, for numbers that are summarised already. */
export function toUnitOf(
  values: Numbers,
  { min, max, mean, std, nonFinite }: Summary,
): Float64Array<ArrayBuffer> | null {
  if (nonFinite > 0 || mean === null || min === max) return null;
  const scale = 1 / (std! * Math.sqrt(values.length));
  const unit = new Float64Array(values.length);
  for (let i = 0; i < unit.length; i++) unit[i] = (values[i]! - mean) * scale;
  return unit;
}

// Equal numbers are told by themselves: their rounded mean may differ from them.
function averageUnequal(values: Numbers): number | null {
  let sum = 0;
  let unequal = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    sum += value;
    unequal ||= value !== values[0];
  }
  return unequal && Number.isFinite(sum) ? sum / values.length : null;
}
