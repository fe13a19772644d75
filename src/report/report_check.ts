import type { Check } from "../config/check.ts";

/** What the report must not have, and where it has it. */
export interface ReportCheck extends Check {
  /** The findings that fail it, in the order of the models, the most surprising first. */
  readonly failed: readonly FailedFinding[];
}

/** A finding by its names. */
export interface FailedFinding {
  /** The id of the model. */
  readonly model: string;
  /** The id of the finding. */
  readonly finding: string;
}
