import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { findTrend, type Trend } from "../../analysis/rule/trend.ts";
import { namePage } from "../../plan/language.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { encodePath } from "../../site/address.ts";
import { formatNumber, formatShare } from "../../site/format.ts";
import { DEPTH_FRAME, type DepthColumn, layoutDepth } from "../../site/plot/depth_layout.ts";
import type { TickView } from "../../site/plot/scatter_view.ts";
import type { DepthMeasure, Halves } from "../../words/en_page/depth_words.ts";
import type { SiteWords } from "../../words/words.ts";
import { countHalf, listPhotoShares } from "../part/keeps_view.ts";
import { findQuartiles, type MapQuartiles } from "../part/map_quartiles.ts";

/** What becomes of the photo through the layers of a model: the view of `depth.hbs`. */
export interface DepthView {
  readonly charts: readonly DepthChartView[];
}

/** A number of maps over the layers: the view of `depth_chart.hbs`. In units of its viewBox. */
export interface DepthChartView {
  readonly name: string;
  readonly unit: string;
  readonly sentence: string;
  readonly correlation: string;
  /** All of it in words. */
  readonly words: string;
  readonly frame: typeof DEPTH_FRAME;
  readonly xLabel: string;
  /** Its unit stands above. */
  readonly yLabel: null;
  readonly xTicks: readonly TickView[];
  readonly yTicks: readonly TickView[];
  readonly band: string;
  readonly line: string;
  readonly columns: readonly DepthColumnView[];
}

/** A layer in a chart, and its page. */
export interface DepthColumnView {
  readonly href: string;
  readonly title: string;
  readonly x: string;
  readonly median: string;
  readonly left: string;
  readonly width: string;
}

// What is told of the maps of a layer, a number a map.
const COLUMNS: Readonly<Record<DepthMeasure, (layer: LayerReport) => Values | null>> = {
  photo: ({ averages }) => averages && subtract(averages.keepsPicture, averages.turnedPicture),
  colour: ({ experiments }) => experiments && experiments.colourDependence.mean,
  detail: ({ experiments }) => experiments && experiments.detailDependence.mean,
};

function subtract(values: Values, others: Values): Values {
  return values.map((value, k) => {
    const other = others[k] ?? null;
    return value === null || other === null ? null : value - other;
  });
}

/** Views what becomes of the photo through the layers; null where there are not two to compare. */
export function viewDepth(
  model: ReportModel,
  measures: ReadonlyMap<string, LayerReport>,
  words: SiteWords,
): DepthView | null {
  const names = Object.keys(COLUMNS) as DepthMeasure[];
  const charts = names.map((name) => viewChart(name, { model, measures, words }))
    .filter((chart) => chart !== null);
  return charts.length === 0 ? null : { charts };
}

/** The layers of a model, and what was measured of them. */
interface DepthSubject {
  readonly model: ReportModel;
  readonly measures: ReadonlyMap<string, LayerReport>;
  readonly words: SiteWords;
}

function viewChart(
  measure: DepthMeasure,
  { model, measures, words }: DepthSubject,
): DepthChartView | null {
  const layers = model.layers.map(({ id }) => findNumbers(measures.get(id) ?? null, measure));
  const trend = findTrend(layers.map((each) => each && each.median));
  if (trend === null) return null;
  const { depth } = words;
  const { name, unit, ...says } = depth.measures[measure];
  const sentence = words.count.sentences([
    depth.sentence(says[trend.way], trend),
    ...measure === "photo" ? [tellHalves({ model, measures, words }, trend)] : [],
  ]);
  const { columns, xTicks, yTicks, band, line } = layoutDepth(layers);
  return {
    ...{ name, unit, sentence, band, line },
    correlation: tellCorrelation(trend, words),
    words: depth.chart(name, unit, sentence),
    frame: DEPTH_FRAME,
    xLabel: depth.axis,
    yLabel: null,
    xTicks: xTicks.map(({ value, at }) => ({ at: String(at), label: String(value) })),
    yTicks: yTicks.map(({ value, at }) => ({ at: String(at), label: formatNumber(value) })),
    columns: columns.map((column) => {
      return viewColumn(column, { model, numbers: layers[column.place]!, words });
    }),
  };
}

function findNumbers(layer: LayerReport | null, measure: DepthMeasure): MapQuartiles | null {
  return findQuartiles(layer && COLUMNS[measure](layer));
}

// Of four layers any order comes up in one of twelve shuffles or more.
const FEWEST = 5;

function tellCorrelation({ value, p, n }: Trend, { depth }: SiteWords): string {
  return value === null || p === null || n < FEWEST ? depth.few : depth.correlation(value, p);
}

function tellHalves({ model, measures, words }: DepthSubject, { ends }: Trend): string {
  const kept = model.layers.map(({ id }) => listPhotoShares(measures.get(id)?.averages ?? null))
    .filter((maps) => maps.length > 0);
  const count = (layers: readonly (readonly number[])[]): Halves => {
    const maps = layers.flat();
    return { half: countHalf(maps), maps: maps.length };
  };
  return words.depth.halves(count(kept.slice(0, ends)), count(kept.slice(-ends)));
}

function viewColumn(
  { place, x, median, left, width }: DepthColumn,
  { model, numbers, words }: {
    readonly model: ReportModel;
    readonly numbers: MapQuartiles;
    readonly words: SiteWords;
  },
): DepthColumnView {
  const { id, name } = model.layers[place]!;
  const [low, middle, high] = [numbers.low, numbers.median, numbers.high].map(formatShare);
  return {
    href: `${encodePath(id)}/${namePage(words.language)}`,
    title: words.depth.column(name, middle!, low!, high!, numbers.maps),
    x: String(x),
    median: String(median),
    left: String(left),
    width: String(width),
  };
}
