import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";
import type { SiteWords } from "../../words/words.ts";
import type { ComparedModels } from "../ranked/compared_models.ts";

/** What a row is of. */
export interface RankedSubject {
  readonly comparison: ReportComparison;
  readonly layer: ReportComparedLayer;
  /** Its place in the order of the graph. */
  readonly place: number;
  readonly models: ComparedModels;
  readonly words: SiteWords;
}
