import type { ConfigProblem } from "../config/problem/config_error.ts";
import type { OpenModel } from "../effects.ts";
import type { Failure } from "../report/failure.ts";

/** Where a survey notes what it comes across. */
export interface Notes {
  /** Mistakes of the config. */
  readonly problems: ConfigProblem[];
  /** Files that cannot be read. */
  readonly failures: Failure[];
  /** The files that are open. */
  readonly opened: OpenModel[];
}
