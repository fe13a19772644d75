import type { Reason } from "../../reason/reason.ts";

/** A job, as it is sent to a worker. */
export interface JobOrder {
  /** The name of the job. */
  readonly job: string;
  readonly input: unknown;
}

/** A job that is to be sent. */
export interface GivenJob extends JobOrder {
  /** Whether it has what it is given to itself. */
  readonly takesInput: boolean;
}

/** What a worker answers: that it is there, and then what each job gave. */
export type WorkerWord =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "failed"; readonly reason: Reason };
