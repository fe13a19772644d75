import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";
import type { ReportModel } from "../report/report_model.ts";
import type { ReportLayer } from "../report/report_layer.ts";
import type { SiteWords } from "../words/words.ts";

/** What the page of one layer is about. */
export interface LayerSubject {
  readonly words: SiteWords;
  readonly report: Report;
  readonly model: ReportModel;
  readonly layer: ReportLayer;
  /** The measures; null where none were made. */
  readonly measures: LayerReport | null;
}

/** Finds the measures of a model's layers, as far as they were made, by the layers' ids. */
export function indexMeasures(
  reports: readonly LayerReport[],
  model: ReportModel,
): ReadonlyMap<string, LayerReport> {
  const own = reports.filter((each) => each.model === model.id);
  return new Map(own.map((each) => [each.layer, each]));
}
