import { findLargest } from "../tensor/largest.ts";

/** What a classifier answers to a photo: its first classes, and how much each is. */
export interface ClassAnswer {
  /** The indices of the classes, the likeliest first. */
  readonly classes: readonly number[];
  /** The share of each, 0 to 1. */
  readonly shares: readonly number[];
}

// How many classes an answer names.
const ANSWERED = 5;

/** What the numbers of classes are. */
export type ClassScores = "shares" | "logarithms" | "chances" | "plain";

/**
 * Finds the first classes of an answer. Plain numbers become shares by softmax:
 *
 *     pᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)
 *
 * Null where a number is not finite.
 */
export function rankClasses(numbers: Float32Array, scores: ClassScores): ClassAnswer | null {
  if (numbers.some((number) => !Number.isFinite(number))) return null;
  const shares = toShares(numbers, scores);
  const least = shares.reduce((a, b) => Math.min(a, b), 0);
  const classes = findLargest(shares.map((share) => share - least), ANSWERED);
  return { classes, shares: classes.map((i) => shares[i]!) };
}

function toShares(numbers: Float32Array, scores: ClassScores): Float64Array {
  switch (scores) {
    case "shares":
    case "chances":
      return Float64Array.from(numbers);
    case "logarithms":
      return Float64Array.from(numbers, Math.exp);
    case "plain": {
      const most = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
      const powers = Float64Array.from(numbers, (number) => Math.exp(number - most));
      const sum = powers.reduce((a, b) => a + b, 0);
      return powers.map((power) => power / sum);
    }
  }
}
