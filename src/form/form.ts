import type { Effects } from "../effects.ts";
import type { Plan } from "../plan/plan.ts";
import type { ModelFinding } from "../report/finding.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";

/** A form in which the data of a report is written beside its pages. */
export interface Form {
  /** What its option takes on the command line, such as `<folder>`; null where that is a switch. */
  readonly value: string | null;
  /** What is written, as `--help` says it. */
  readonly description: string;
  /** Says where it is and what opens it, for one outside of the report's folder. */
  readonly tell?: (value: string) => string;
  /** Begins what is written outside of the report's folder, so that what is in its way is told first. */
  readonly begin?: (plan: Plan, target: FormTarget) => Promise<void>;
  /** Writes the data of a whole report; null where jobs write them as they draw. */
  readonly write: ((made: MadeReport, target: FormTarget) => Promise<void>) | null;
}

/** A report before it takes its place. */
export interface MadeReport {
  readonly report: Report;
  /** The measures of the layers, in the order of the report. */
  readonly layers: readonly LayerReport[];
  /** What was drawn, and what was found about it. */
  readonly plan: Plan;
  readonly findings: readonly ModelFinding[];
}

/** What a form asks of the world. */
export type FormWorld = Pick<Effects, "output" | "beside" | "warn">;

/** Where a form is written to. */
export interface FormTarget extends FormWorld {
  /** What its option was given; null where that is a switch. */
  readonly value: string | null;
}
