import type { Output } from "../effects.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";

/** A form in which the data of a report is written beside its pages. */
export interface Form {
  /** What its option takes on the command line, such as `<folder>`; null where that is a switch. */
  readonly value: string | null;
  /** What is written, as `--help` says it. */
  readonly description: string;
  /** Writes the data of a whole report; null where jobs write them as they draw. */
  readonly write: ((made: MadeReport, target: FormTarget) => Promise<void>) | null;
}

/** A report before it takes its place. */
export interface MadeReport {
  readonly report: Report;
  /** The measures of the layers, in the order of the report. */
  readonly layers: readonly LayerReport[];
}

/** Where a form is written to. */
export interface FormTarget {
  /** The report's own folder. */
  readonly output: Output;
  /** What its option was given; null where that is a switch. */
  readonly value: string | null;
}
