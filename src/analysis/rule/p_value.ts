/** How often columns are shuffled for a p-value. */
export const PERMUTATIONS = 10_000;

// None of so many shuffles reached the correlation.
const LEAST_P = 1 / (1 + PERMUTATIONS);

// A report keeps seven digits of a p-value.
const ROUNDED = 1 + 1e-6;

/** Tells a p-value: `p 0.0003`; `p ≤ 0.0001` where no shuffle reached the correlation. */
export function tellP(p: number): string {
  return p <= LEAST_P * ROUNDED ? `p ≤ ${formatDigits(LEAST_P)}` : `p ${formatDigits(p)}`;
}

// Two significant digits, or one where it is small.
function formatDigits(p: number): string {
  return String(Number(p.toPrecision(p < 0.001 ? 1 : 2)));
}
