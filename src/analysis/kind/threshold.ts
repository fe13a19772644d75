/** A value of a measure that parts two classes. */
export interface Threshold {
  /** What reaches it is above. */
  readonly at: number;
  /** How far from it a value leaves no doubt. */
  readonly doubt: number;
}

/** On which side of a threshold a value lies, and how surely. */
export interface ThresholdSide {
  readonly above: boolean;
  /** min(1, |value − at| / doubt): 0 on the threshold, 1 beyond doubt. */
  readonly confidence: number;
}

/** Tells on which side of a threshold a value lies. */
export function compareTo({ at, doubt }: Threshold, value: number): ThresholdSide {
  return { above: value >= at, confidence: Math.min(1, Math.abs(value - at) / doubt) };
}
