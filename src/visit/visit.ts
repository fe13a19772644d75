import type { Effects } from "../effects.ts";
import type { Plan, PlannedLayer } from "../plan/plan.ts";
import type { FailurePlace } from "../report/failure.ts";

/** What goes along on a visit to a model. */
export interface Visit {
  readonly plan: Plan;
  readonly effects: Effects;
  /** Tells that a step begins. */
  step(doing: string): void;
  /** Tells that so many steps that were counted are not taken. */
  drop(count: number): void;
  /**
   * Notes something that could not be drawn.
   *
   * @param lacking The layers that have no kernels or no maps for it, and say so themselves.
   */
  fail(place: FailurePlace, error: unknown, lacking?: readonly PlannedLayer[]): void;
}
