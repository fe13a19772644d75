import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";
import type { SiteWords } from "../../words/words.ts";
import type { ComparedModels } from "../ranked/compared_models.ts";

/** Formats an error as those above and below it are. */
export type ErrorFormat = (error: number) => string;

/** What a row is of. */
export interface RankedSubject {
  readonly comparison: ReportComparison;
  readonly layer: ReportComparedLayer;
  /** Its place in the order of the graph. */
  readonly place: number;
  readonly models: ComparedModels;
  /** The formats of the columns. */
  readonly formats: Readonly<Record<"worst" | "median" | "moved", ErrorFormat>>;
  readonly words: SiteWords;
}
