/** What is done to a photo before it is fed again. */
export type TrialName = typeof TRIALS[number];

/**
 * The trials, in the order in which they are run: without colour, without detail, without all but the
 * coarsest, without the coarsest, mirrored.
 */
export const TRIALS = ["grey", "blurred", "blurredMore", "withoutCoarse", "mirrored"] as const;

/**
 * What is blurred away: what goes up and down once in fewer pixels than the period is less than half
 * there, and next to nothing is left of half the period.
 */
export interface Blur {
  /** The standard deviation of the Gaussian, in pixels. */
  readonly deviation: number;
  /** The pixels of a cycle of which half the amplitude is left: π σ √(2 ÷ ln 2). */
  readonly period: number;
}

/** The two blurs: two octaves lie between them. */
export const BLURS: Readonly<Record<"fine" | "coarse", Blur>> = {
  fine: { deviation: 1.5, period: 8 },
  coarse: { deviation: 6, period: 32 },
};
