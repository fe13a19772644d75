import type { What } from "../../analysis/class/what.ts";
import { tellP } from "../../analysis/rule/p_value.ts";
import type { LayerRule } from "../../analysis/rule/layer_reading.ts";
import { type HeldMeasure, keyRelation, type Rule } from "../../analysis/rule/rule.ts";
import { spearman } from "../../analysis/rule/spearman.ts";
import { formatShare } from "../format.ts";
import type { MiniTiles } from "../tile/sprite.ts";
import type { ScatterColumn } from "./scatter_layout.ts";
import {
  findKernelMeasure,
  findMapMeasure,
  type PlottedMap,
  type PlottedMeasure,
  type PlotWords,
  readPlotted,
  type RuleColumns,
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

/** Views one measure against another. */
export function viewPlot(subject: PlotSubject, { kernel, map }: PlotMeasures): PlotView {
  const { words } = subject;
  const x = findKernelMeasure(kernel, subject, words);
  const y = findMapMeasure(map, subject, words);
  const heading = words.rule.plot.heading(x.name, y.name);
  const relation = relate(subject, { kernel, map }, { x, y });
  const partials = viewPartials(subject, { kernel, map });
  const name = words.rule.plot.name(heading, sayAll({ ...relation, partials }, words));
  const scatter = viewScatter({ what: subject.what, tiles: subject.tiles, x, y }, { words, name });
  return {
    heading,
    ...relation,
    partials,
    next: words.rule.plot.next,
    scatter,
    measures: { kernel, map },
    isLive: false,
  };
}

// The rule's own numbers where it has them, else the correlation alone.
function relate(
  subject: PlotSubject,
  measures: PlotMeasures,
  { x, y }: Readonly<Record<"x" | "y", ScatterColumn>>,
): Pick<PlotView, "value" | "words"> {
  const { words: { rule: { plot }, count } } = subject;
  const { value, n } = spearman(x.values, y.values);
  const { rule, key } = findRelation(subject, measures);
  const known = rule?.spearman[key] ?? value;
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
