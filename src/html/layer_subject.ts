import type { LayerReport } from "../report/layer_report.ts";
import type { Report, ReportLayer, ReportModel } from "../report/report.ts";

/** What the page of one layer is about. */
export interface LayerSubject {
  readonly report: Report;
  readonly model: ReportModel;
  readonly layer: ReportLayer;
  /** The measures; null where none were made. */
  readonly measures: LayerReport | null;
}
