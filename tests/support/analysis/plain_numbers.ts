/** The mean of some numbers. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Pearson's correlation, as it is defined; NaN where one side is the same everywhere. */
export function correlatePlainly(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [centre(x), centre(y)];
  return multiply(a, b) / Math.sqrt(multiply(a, a) * multiply(b, b));
}

function centre(values: readonly number[]): number[] {
  const mean = meanOf(values);
  return values.map((value) => value - mean);
}

function multiply(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
