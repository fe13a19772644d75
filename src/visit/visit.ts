import type { Effects } from "../effects.ts";
import type { Costs } from "../forecast/costs.ts";
import type { Plan, PlannedLayer } from "../plan/plan.ts";
import type { FailurePlace } from "../report/failure.ts";
import type { Lanes } from "./lanes.ts";
import type { Work } from "./work.ts";

/** What goes along on a visit to a model. */
export interface Visit {
  readonly plan: Plan;
  readonly effects: Effects;
  readonly lanes: Lanes;
  /** What the steps of the work are expected to take. */
  readonly costs: Costs;
  /** What is to be done, and how far it has come. */
  readonly work: Work;
  /**
   * Notes something that could not be drawn.
   *
   * @param lacking The layers that have no kernels or no maps for it, and say so themselves.
   * @throws {Error} What was caught, if the output did not take a file: that ends the report.
   */
  fail(place: FailurePlace, error: unknown, lacking?: readonly PlannedLayer[]): void;
}
