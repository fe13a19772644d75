/** A reason within another, of whatever code. */
export interface AnyReason {
  readonly code: string;
}

/** Tells a reason within another, in the same language. */
export type Tell = (reason: AnyReason) => string;
