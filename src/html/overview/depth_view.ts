import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { findTrend, type Trend } from "../../analysis/rule/trend.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { LayerRows } from "../../site/atlas/layers_file.ts";
import type { DepthMeasure, Halves } from "../../words/en_page/depth_words.ts";
import type { SiteWords } from "../../words/words.ts";
import { countHalf, listPhotoShares } from "../part/keeps_view.ts";

/** What becomes of the photo through the layers of a model, in sentences: a part of the view of `atlas.hbs`. */
export interface DepthView {
  readonly trends: readonly TrendView[];
}

/** How a number of maps goes with depth. */
export interface TrendView {
  readonly name: string;
  readonly sentence: string;
  /** How surely, and what the number is. */
  readonly correlation: string;
}

const MEASURES: readonly DepthMeasure[] = ["photo", "colour", "detail"];

/** What was measured of the layers of a model, in the order of the graph. */
export interface DepthSubject {
  readonly rows: LayerRows;
  readonly measures: readonly (LayerReport | null)[];
  readonly words: SiteWords;
}

/** Views what becomes of the photo through the layers; null where there are not two to compare. */
export function viewDepth(subject: DepthSubject): DepthView | null {
  const trends = MEASURES.map((name) => viewTrend(name, subject)).filter((trend) => trend !== null);
  return trends.length === 0 ? null : { trends };
}

function viewTrend(
  measure: DepthMeasure,
  { rows, measures, words }: DepthSubject,
): TrendView | null {
  const medians: Values = rows[measure]?.value ?? [];
  const trend = findTrend(medians);
  if (trend === null) return null;
  const { depth } = words;
  const { name, unit, ...says } = depth.measures[measure];
  const sentence = words.count.sentences([
    depth.sentence(says[trend.way], trend),
    ...measure === "photo" ? [tellHalves(measures, trend, words)] : [],
  ]);
  return { name, sentence, correlation: words.count.list([tellCorrelation(trend, words), unit]) };
}

// Of four layers any order comes up in one of twelve shuffles or more.
const FEWEST = 5;

function tellCorrelation({ value, p, n }: Trend, { depth }: SiteWords): string {
  return value === null || p === null || n < FEWEST ? depth.few : depth.correlation(value, p);
}

function tellHalves(
  measures: readonly (LayerReport | null)[],
  { ends }: Trend,
  words: SiteWords,
): string {
  const kept = measures.map((layer) => listPhotoShares(layer?.averages ?? null))
    .filter((maps) => maps.length > 0);
  const count = (layers: readonly (readonly number[])[]): Halves => {
    const maps = layers.flat();
    return { half: countHalf(maps), maps: maps.length };
  };
  return words.depth.halves(count(kept.slice(0, ends)), count(kept.slice(-ends)));
}
