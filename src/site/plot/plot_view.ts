import type { What } from "../../analysis/class/what.ts";
import { tellP } from "../../analysis/rule/p_value.ts";
import { type HeldMeasure, keyRelation, type Rule } from "../../analysis/rule/rule.ts";
import { spearman } from "../../analysis/rule/spearman.ts";
import { formatShare } from "../format.ts";
import type { MapNumber } from "../map_numbers.ts";
import {
  findKernelMeasure,
  findMapMeasure,
  type PlottedMeasure,
  type PlotWords,
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
  readonly map: MapNumber;
}

/** What a plot is made of. */
export interface PlotSubject extends RuleColumns {
  readonly rule: Rule;
  /** What each kernel looks for. */
  readonly what: readonly What[];
  readonly words: PlotWords;
}

/** Views one measure against another. */
export function viewPlot(subject: PlotSubject, { kernel, map }: PlotMeasures): PlotView {
  const { words } = subject;
  const x = findKernelMeasure(kernel, subject, words);
  const y = findMapMeasure(map, subject, words);
  const heading = words.rule.plot.heading(x.name, y.name);
  const relation = relate(subject, { kernel, map });
  const partials = viewPartials(subject, { kernel, map });
  const name = words.rule.plot.name(heading, sayAll({ ...relation, partials }, words));
  const scatter = viewScatter({ what: subject.what, x, y }, { words, name });
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
  { kernels, averages, rule, words: { rule: { plot }, count } }: PlotSubject,
  { kernel, map }: PlotMeasures,
): Pick<PlotView, "value" | "words"> {
  const { value, n } = spearman(kernels[kernel], averages[map]);
  const key = keyRelation(kernel, map);
  const known = rule.spearman[key] ?? value;
  const p = rule.p[key] ?? null;
  const over = count.kernels(n);
  if (known === null) return { value: null, words: plot.none(over) };
  const says = p === null ? plot.withoutP(over) : plot.correlation(over, tellP(p));
  return { value: formatShare(known), words: says };
}

function viewPartials(
  { rule, words }: PlotSubject,
  { kernel, map }: PlotMeasures,
): readonly PartialView[] {
  return HELD.flatMap((held) => {
    const key = keyRelation(kernel, map, held);
    const [value, p] = [rule.partial[key], rule.p[key]];
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
