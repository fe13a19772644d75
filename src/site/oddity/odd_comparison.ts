import type { Oddity } from "../../report/oddity.ts";
import type { Report } from "../../report/report.ts";
import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";

/** Two models, and the layers of them that an oddity is about. */
export interface OddComparison {
  readonly comparison: ReportComparison;
  readonly layer: ReportComparedLayer;
}

/** Finds the comparison in which an oddity of a model was found; null where it was in none. */
export function findOddComparison(
  oddity: Oddity,
  { report, model }: { readonly report: Pick<Report, "comparisons">; readonly model: string },
): OddComparison | null {
  const comparison = report.comparisons.find(({ a, b }) => a === oddity.model && b === model);
  const layer = comparison?.layers.find(({ b }) => b === oddity.layer);
  return comparison && layer ? { comparison, layer } : null;
}
