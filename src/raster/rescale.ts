/** A range of values: the lowest and the highest. */
export type ValueRange = readonly [low: number, high: number];

/** The narrowest span that torchvision divides by. */
export const MIN_SPAN = 1e-5;

/** Finds the range as `Tensor.min` and `Tensor.max` do: one NaN makes both NaN. */
export function findRange(runs: readonly Float32Array[]): ValueRange {
  let low = Infinity;
  let high = -Infinity;
  for (const values of runs) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value < low) low = value;
      if (value > high) high = value;
      if (value !== value) return [NaN, NaN];
    }
  }
  return [low, high];
}

/**
 * Writes (clamp(x, low, high) − low) / max(high − low, 1e-5) of every x of
 * `source` into `target`, rounded to float32 after each operation as PyTorch
 * does on the CPU. The division is a true one: multiplying by the reciprocal
 * gives other bits.
 */
export function rescale(
  source: Float32Array,
  range: ValueRange,
  target: Float32Array,
): void {
  const low = Math.fround(range[0]);
  const high = Math.fround(range[1]);
  const span = Math.fround(Math.max(range[1] - range[0], MIN_SPAN));
  for (let i = 0; i < source.length; i++) {
    let value = source[i]!;
    if (value < low) value = low;
    if (value > high) value = high;
    target[i] = Math.fround(value - low) / span;
  }
}
