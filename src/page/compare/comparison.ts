/** How alike two lists of numbers are. */
export interface Comparison {
  /** a · b ÷ (‖a‖ ‖b‖); null where a or b is zero or not finite. */
  readonly cosine: number | null;
  /** The cosine of what is left when each has lost its mean; null where either is constant. */
  readonly correlation: number | null;
  /** ‖a − b‖ ÷ ‖a‖; null where a is zero. */
  readonly change: number | null;
}

/** Compares two lists of as many numbers. */
export function compareNumbers(a: Float32Array, b: Float32Array): Comparison {
  const n = a.length;
  let [sumA, sumB, squaresA, squaresB, product, apart] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [one, other] = [a[i]!, b[i]!];
    sumA += one;
    sumB += other;
    squaresA += one * one;
    squaresB += other * other;
    product += one * other;
    apart += (one - other) ** 2;
  }
  const [meanA, meanB] = [sumA / n, sumB / n];
  let [spreadA, spreadB, together] = [0, 0, 0];
  for (let i = 0; i < n; i++) { // a second pass: sums of squares lose what is small beside the mean
    const [one, other] = [a[i]! - meanA, b[i]! - meanB];
    spreadA += one * one;
    spreadB += other * other;
    together += one * other;
  }
  return {
    cosine: divide(product, Math.sqrt(squaresA) * Math.sqrt(squaresB)),
    correlation: divide(together, Math.sqrt(spreadA) * Math.sqrt(spreadB)),
    change: divide(Math.sqrt(apart), Math.sqrt(squaresA)),
  };
}

function divide(dividend: number, divisor: number): number | null {
  const ratio = dividend / divisor;
  return divisor > 0 && Number.isFinite(ratio) ? ratio : null;
}
