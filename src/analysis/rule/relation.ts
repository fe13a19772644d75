import type { Values } from "../kernel/kernel_measures.ts";

/** Two columns that may go together, perhaps with a third one held fixed. */
export interface Relation {
  readonly x: Values;
  readonly y: Values;
  /** The column that is held fixed; null for none. */
  readonly fixed: Values | null;
}
