import type { LayerReport } from "../report/layer_report.ts";
import type { Report, ReportLayer, ReportModel } from "../report/report.ts";
import type { Words } from "../words/words.ts";

/** What the page of one layer is about. */
export interface LayerSubject {
  readonly words: Words;
  readonly report: Report;
  readonly model: ReportModel;
  readonly layer: ReportLayer;
  /** The measures; null where none were made. */
  readonly measures: LayerReport | null;
}

/** Finds the measures of a layer; null where none were made. */
export function findMeasures(
  reports: readonly LayerReport[],
  model: ReportModel,
  layer: ReportLayer,
): LayerReport | null {
  return reports.find((each) => each.model === model.id && each.layer === layer.id) ?? null;
}
