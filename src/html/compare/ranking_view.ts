import type { ComparedModels } from "../ranked/compared_models.ts";
import { tellWorst } from "../ranked/worst_text.ts";
import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";
import { formatError, openErrorFormat } from "../../site/compare/error_text.ts";
import { ERROR_UNITS } from "../../site/compare/ranking_state.ts";
import type { SiteWords } from "../../words/words.ts";
import { type ErrorChartView, viewErrorChart } from "./error_chart_view.ts";
import { rankLayers } from "../ranked/ranked_layers.ts";
import type { RankedSubject } from "./ranked_subject.ts";
import { type RankedRowView, viewRankedRow } from "./ranked_row_view.ts";

/** Two models, layer by layer, those that differ most first: a part of the view of `ranking.hbs`. */
export interface RankingView {
  /** What the chart and the table are told apart by. */
  readonly id: string;
  readonly heading: string;
  /** The names of the models. */
  readonly a: string;
  readonly b: string;
  readonly facts: readonly string[];
  /** One a unit; none where no map is known to differ: the heading says so. */
  readonly charts: readonly ErrorChartView[];
  readonly caption: string;
  /** Whether the script draws A − B of any row. */
  readonly drawn: boolean;
  readonly rows: readonly RankedRowView[];
}

/** Views how far the second of two models is from the first. */
export function viewRanking(
  comparison: ReportComparison,
  models: ComparedModels,
  words: SiteWords,
): RankingView {
  const ranked = rankLayers(comparison.layers);
  const formats = openFormats(ranked);
  const rows = ranked.map((layer) => {
    const place = comparison.layers.indexOf(layer);
    return viewRankedRow({ ...{ comparison, layer, place }, models, formats, words });
  });
  return {
    id: `${comparison.a}-${comparison.b}`,
    heading: tellWorst(comparison, models, words),
    ...{ a: models.a.name, b: models.b.name },
    facts: [
      ...describeMoves(ranked, models, words),
      ...describePairing(comparison, models, words),
    ],
    charts: ranked.some(({ worstError }) => worstError !== null && worstError > 0)
      ? ERROR_UNITS.map((unit) => viewErrorChart(unit, comparison, models, words))
      : [],
    caption: words.ranking.caption,
    drawn: rows.some(({ maps }) => maps !== null && maps.apart !== null),
    rows,
  };
}

function openFormats(layers: readonly ReportComparedLayer[]): RankedSubject["formats"] {
  const moves = layers.flatMap(({ kernels }) => kernels ? [kernels] : []);
  return {
    worst: openErrorFormat(layers.map(({ worstError }) => worstError)),
    median: openErrorFormat(layers.map(({ medianError }) => medianError)),
    moved: openErrorFormat(moves.flatMap(({ medianMoved, mostMoved }) => [medianMoved, mostMoved])),
  };
}

function describeMoves(
  layers: readonly ReportComparedLayer[],
  { nameLayer }: ComparedModels,
  { ranking }: SiteWords,
): readonly string[] {
  const moves = layers.filter(({ kernels }) => (kernels?.mostMoved ?? null) !== null);
  const [most] = moves.toSorted((one, other) => mostMoved(other) - mostMoved(one));
  if (!most) return [];
  if (mostMoved(most) === 0) return [ranking.unmoved];
  const { kernel } = most.kernels!.most!;
  return [ranking.moved(nameLayer("a", most.a), kernel, formatError(mostMoved(most)))];
}

function mostMoved({ kernels }: ReportComparedLayer): number {
  return kernels?.mostMoved ?? 0;
}

const NAMED = 12; // layers of one model alone

function describePairing(
  { layers, unmatched, seenAlike }: ReportComparison,
  models: ComparedModels,
  { ranking }: SiteWords,
): readonly string[] {
  const byName = layers.filter(({ matched }) => matched === "name").length;
  const moved = layers.filter(({ permuted }) => permuted > 0);
  const kernels = moved.reduce((sum, { permuted }) => sum + permuted, 0);
  const alone = (["a", "b"] as const).filter((side) => unmatched[side].length > 0);
  return [
    ranking.matched(byName, layers.length - byName),
    ...moved.length > 0 ? [ranking.permuted(moved.length, kernels)] : [],
    ...seenAlike ? [] : [ranking.notAlike],
    ...alone.map((side) => {
      const names = unmatched[side].map((id) => models.nameLayer(side, id));
      return ranking.alone(models[side].name, names.slice(0, NAMED), names.length - NAMED);
    }),
  ];
}
