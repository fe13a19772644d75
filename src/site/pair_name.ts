import type { LayerReport } from "../report/layer_report.ts";
import type { Words } from "../words/words.ts";
import { formatGain, formatShare } from "./format.ts";
import { readNumber } from "./measure_columns.ts";

/** Names a pair for those who listen: by its class and what tells it from others. */
export function namePair(
  measures: Pick<LayerReport, "kernels" | "averages" | "classes" | "labels"> | null,
  k: number,
  { panel, kind, measure }: Words,
): string {
  const { kernels = null, averages = null, classes = null, labels = null } = measures ?? {};
  const gain = kernels && readNumber(kernels.dcGain, k);
  const kept = averages && readNumber(averages.keepsPicture, k);
  return panel.pairName(String(k), classes && kind.names[classes.what[k]!], [
    ...[labels?.[k] ?? []].flat(),
    ...gain === null ? [] : [panel.fact(measure.kernels.dcGain.name, formatGain(gain))],
    ...kept === null ? [] : [panel.keeps(formatShare(kept))],
  ]);
}

/** Names a pair by its number, and by the word of the class that its map stands for. */
export function titlePair(
  measures: Pick<LayerReport, "labels"> | null,
  k: number,
  { panel }: Words,
): string {
  const label = measures?.labels?.[k] ?? null; // a column that older reports lack
  return label === null ? panel.pair(String(k)) : panel.labelledPair(String(k), label);
}
