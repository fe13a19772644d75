import type { ThresholdSide } from "./threshold.ts";

/** A class, and how surely it was told. */
export interface Decision<Kind> {
  readonly kind: Kind;
  /** From 0 to 1; null where no measure decided. */
  readonly confidence: number | null;
}

/** Decides for a class by the sides that were taken; the least sure of them tells the confidence. */
export function decide<Kind>(kind: Kind, sides: readonly ThresholdSide[]): Decision<Kind> {
  if (sides.length === 0) return { kind, confidence: null };
  return { kind, confidence: Math.min(...sides.map(({ confidence }) => confidence)) };
}
