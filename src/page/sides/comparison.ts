import type { Tile } from "../../tensor/tile_bytes.ts";

/** How alike two lists of numbers are. */
export interface Comparison {
  /** a · b ÷ (‖a‖ ‖b‖); null where a or b is zero or not finite. */
  readonly cosine: number | null;
  /** The cosine of what is left when each has lost its mean; null where either is constant. */
  readonly correlation: number | null;
  /** ‖a − b‖ ÷ ‖a‖; null where a is zero. */
  readonly change: number | null;
  /** How far they may be from those of the exact numbers; 0 where the numbers are exact. */
  readonly errors: { readonly cosine: number; readonly change: number };
}

// Steps are chosen so that cosines hold within 1e-4; half of the fourth decimal comes to it.
const COSINE_ERROR = 2e-4;

const EXACT: Comparison["errors"] = { cosine: 0, change: 0 };

/** Compares two lists of as many numbers. */
export function compareNumbers(one: Tile, other: Tile): Comparison {
  const [a, b] = [one.numbers, other.numbers];
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
  const change = divide(Math.sqrt(apart), Math.sqrt(squaresA));
  return {
    cosine: divide(product, Math.sqrt(squaresA) * Math.sqrt(squaresB)),
    correlation: divide(together, Math.sqrt(spreadA) * Math.sqrt(spreadB)),
    change,
    errors: one.error + other.error === 0 ? EXACT : {
      cosine: COSINE_ERROR,
      change: boundChange([one.error, other.error], { change, n, norm: Math.sqrt(squaresA) }),
    },
  };
}

// No more than if all numbers were off by as much as they may be, and the same way; where they are
// off by chance, five times what that comes to.
function boundChange(
  [a, b]: readonly [number, number],
  { change, n, norm }: {
    readonly change: number | null;
    readonly n: number;
    readonly norm: number;
  },
): number {
  if (change === null) return 0;
  const all = Math.sqrt(n) * (a + b) / norm;
  if (change === 0) return all;
  const square = (a * a + b * b) / 3 / norm ** 2;
  return Math.min(all, 5 * Math.sqrt(square) + n * square / (2 * change));
}

function divide(dividend: number, divisor: number): number | null {
  const ratio = dividend / divisor;
  return divisor > 0 && Number.isFinite(ratio) ? ratio : null;
}
