import type { What } from "../../analysis/class/what.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { findRankRest } from "../../analysis/rule/rank_rest.ts";
import { tellP } from "../../analysis/rule/p_value.ts";
import type { LayerRule } from "../../analysis/rule/layer_reading.ts";
import { type HeldMeasure, keyRelation, type Rule } from "../../analysis/rule/rule.ts";
import { spearman } from "../../analysis/rule/spearman.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { formatShare } from "../format.ts";
import { gatherMapNumbers } from "../map_numbers.ts";
import { findMiniTiles, type MiniTiles } from "../tile/sprite.ts";
import {
  findKernelMeasure,
  findMapMeasure,
  type PlottedMap,
  type PlottedMeasure,
  type PlotWords,
  readPlotted,
  type RuleColumns,
  type ScatterMeasure,
} from "./scatter_measure.ts";
import { type ScatterView, viewScatter } from "./scatter_view.ts";

/** A scatter and its numbers: the view of `plot.hbs`. */
export interface PlotView {
  readonly heading: string;
  /** Spearman's correlation; null where there is none. */
  readonly value: string | null;
  /** What the value is, or that there is none. */
  readonly words: string;
  /** The same with other measures held fixed. */
  readonly partials: readonly PartialView[];
  /** What stands between the numbers. */
  readonly next: string;
  readonly scatter: ScatterView;
  /** What it shows, so that the script can draw it again. */
  readonly measures: PlotMeasures;
  /** Whether it was drawn because a reader chose it, who is told of its numbers. */
  readonly isLive: boolean;
}

/** A correlation with another measure held fixed. */
export interface PartialView {
  readonly value: string;
  readonly words: string;
}

/** A kernel measure and a map measure. */
export interface PlotMeasures {
  readonly kernel: PlottedMeasure;
  readonly map: PlottedMap;
  /** What is held fixed: the plot then shows what that leaves of their ranks. */
  readonly held: HeldMeasure | null;
}

/** What a plot is made of. */
export interface PlotSubject extends RuleColumns {
  readonly rule: LayerRule;
  /** What each kernel looks for. */
  readonly what: readonly What[];
  /** The tiles of the kernels; null where none are drawn. */
  readonly tiles: MiniTiles | null;
  readonly words: PlotWords;
}

/** What of a layer's measures can be plotted. */
export type PlottedReport = Pick<
  LayerReport,
  "kernels" | "composed" | "classes" | "averages" | "activity" | "experiments"
>;

/** A layer and its measures. */
export interface PlottedLayer {
  readonly layer: ReportLayer;
  readonly measures: PlottedReport | null;
}

/** Finds what of a layer can be plotted; null where kernels or maps are missing. */
export function findPlotSubject(
  { layer, measures }: PlottedLayer,
  words: PlotWords,
): PlotSubject | null {
  const { rule } = layer;
  const kernels = measures && measures.kernels;
  const averages = measures && gatherMapNumbers(measures);
  const what = measures?.classes?.what ?? null;
  if (!rule || !measures || !kernels || !averages || !what) return null;
  const { composed, experiments } = measures;
  const tiles = findMiniTiles(layer);
  return { rule, kernels, composed, averages, experiments, what, tiles, words };
}

/** Views one measure against another. */
export function viewPlot(subject: PlotSubject, measures: PlotMeasures): PlotView {
  const { words } = subject;
  const { x, y } = findAxes(subject, measures);
  const heading = words.rule.plot.heading(x.name, y.name);
  const relation = relate(subject, measures, { x, y });
  const partials = measures.held === null ? viewPartials(subject, measures) : [];
  const name = words.rule.plot.name(heading, sayAll({ ...relation, partials }, words));
  const scatter = viewScatter({ what: subject.what, tiles: subject.tiles, x, y }, { words, name });
  return {
    heading,
    ...relation,
    partials,
    next: words.rule.plot.next,
    scatter,
    measures,
    isLive: false,
  };
}

/** The measures of a plot, as its axes. */
interface Axes {
  readonly x: ScatterMeasure;
  readonly y: ScatterMeasure;
}

function findAxes(subject: PlotSubject, { kernel, map, held }: PlotMeasures): Axes {
  const { words, kernels } = subject;
  const [x, y] = [findKernelMeasure(kernel, subject, words), findMapMeasure(map, subject, words)];
  if (held === null) return { x, y };
  const fixed = readPlotted(kernel).isComposed ? subject.composed?.[held] ?? [] : kernels[held];
  const rest = findRankRest({ x: x.values, y: y.values, fixed });
  const { name } = words.measure.kernels[held];
  const beyond = (axis: ScatterMeasure, values: Values): ScatterMeasure => {
    const { plot } = words.rule;
    const left = { id: axis.id, name: plot.beyond(axis.name, name), unit: plot.beyondUnit, values };
    return { ...left, spread: "amount", format: formatShare };
  };
  return { x: beyond(x, rest?.x ?? []), y: beyond(y, rest?.y ?? []) };
}

// The rule's own numbers where it has them, else the correlation alone.
function relate(
  subject: PlotSubject,
  measures: PlotMeasures,
  { x, y }: Axes,
): Pick<PlotView, "value" | "words"> {
  const { words: { rule: { plot }, count } } = subject;
  const { value, n } = spearman(x.values, y.values);
  const { held } = measures;
  const { rule, key } = findRelation(subject, measures, held);
  const known = (held === null ? rule?.spearman : rule?.partial)?.[key] ?? value;
  const p = rule?.p[key] ?? null;
  const over = count.kernels(n);
  if (known === null) return { value: null, words: plot.none(over) };
  const says = p === null ? plot.withoutP(over) : plot.correlation(over, tellP(p));
  return { value: formatShare(known), words: says };
}

/** The rule that a relation is of, and its key there. */
function findRelation(
  { rule }: PlotSubject,
  { kernel, map }: PlotMeasures,
  held: HeldMeasure | null = null,
): { readonly rule: Rule | null; readonly key: string } {
  const { isComposed, name } = readPlotted(kernel);
  return { rule: isComposed ? rule.composed : rule, key: keyRelation(name, map, held) };
}

function viewPartials(subject: PlotSubject, measures: PlotMeasures): readonly PartialView[] {
  const { words } = subject;
  return HELD.flatMap((held) => {
    const { rule, key } = findRelation(subject, measures, held);
    const [value, p] = [rule?.partial[key], rule?.p[key]];
    if (value === undefined || p === undefined) return [];
    const { name } = words.measure.kernels[held];
    return [{ value: formatShare(value), words: words.rule.plot.held(name, tellP(p)) }];
  });
}

const HELD: readonly HeldMeasure[] = ["dcGain", "chroma"];

function sayAll(
  { value, words: says, partials }: Pick<PlotView, "value" | "words" | "partials">,
  { rule: { plot } }: PlotWords,
): string {
  const first = value === null ? says : `${value} ${says}`;
  return [first, ...partials.map((each) => `${each.value} ${each.words}`)].join(plot.next);
}
