import { readLayer } from "../../analysis/rule/layer_reading.ts";
import { readRule, type RuleReading } from "../../analysis/rule/rule_reading.ts";
import type { SiteWords } from "../../words/words.ts";
import type { ReportRule } from "../../report/report_layer.ts";
import { type ClassView, countClasses } from "../part/class_view.ts";
import { type CorrelationsView, viewCorrelations } from "./correlations_view.ts";
import { type FindingView, viewFindings } from "./finding_view.ts";
import { type ExploreView, viewExplore } from "./explore_view.ts";
import { type KernelLinksView, viewKernelLinks } from "./kernel_links.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { gatherMapNumbers } from "../../site/map_numbers.ts";
import { type PhotoRulesView, viewPhotoRules } from "./photo_rules_view.ts";
import {
  type PlotMeasures,
  type PlotSubject,
  type PlotView,
  viewPlot,
} from "../../site/plot/plot_view.ts";
import { joinPoints } from "../../site/plot/scatter_view.ts";
import { type QuadView, viewQuad } from "./quad_view.ts";
import { tellTried } from "./tried_text.ts";
import { countPhotos, countSeen } from "../../site/shown_inputs.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { findMiniTiles } from "../../site/tile/sprite.ts";

/** What kernels and maps have to do with each other: the view of `rule.hbs`. */
export interface RuleView {
  readonly heading: string;
  /** What comes clearly out of it. */
  readonly findings: readonly FindingView[];
  /** That nothing clearly goes with the photo, in words; null where something does. */
  readonly unclear: string | null;
  /** What becomes of the maps without colour and detail; null where that was not tried. */
  readonly tried: string | null;
  readonly quad: QuadView | null;
  readonly plots: readonly PlotView[];
  /** What the script lets readers choose; null where there is nothing to plot. */
  readonly explore: ExploreView | null;
  /** The classes in the plots. */
  readonly legend: readonly ClassView[];
  /** Which kernels stand as tiles in the plots; null where none do. */
  readonly tiles: string | null;
  readonly counterExamples: readonly CounterExampleView[];
  readonly correlations: CorrelationsView | null;
  readonly photos: PhotoRulesView | null;
  readonly caveat: string;
}

/** Kernels that colour does not explain. */
export interface CounterExampleView {
  readonly name: string;
  readonly links: KernelLinksView;
}

/** Views the rule of a layer; null where kernels or maps are missing. */
export function viewRule(subject: LayerSubject): RuleView | null {
  const { words, report, layer, measures } = subject;
  const photos = countPhotos(report, layer);
  const kernels = measures && measures.kernels;
  const averages = measures && gatherMapNumbers(measures);
  const what = measures?.classes?.what ?? null;
  if (!layer.rule || !measures || !kernels || !averages || !what) return null;
  const { composed, experiments } = measures;
  const tiles = findMiniTiles(layer);
  const columns = {
    words,
    rule: layer.rule,
    kernels,
    composed,
    averages,
    experiments,
    what,
    tiles,
  };
  const plots = viewPlots(columns);
  return {
    heading: photos > 0 ? words.rule.heading : words.rule.plainHeading,
    findings: viewFindings(subject),
    unclear: photos > 0 ? tellUnclear(layer.rule, words) : null,
    tried: tellTried(subject),
    quad: viewQuad({ ...columns, photos }, findKernelPicture(layer)),
    plots,
    explore: plots.length > 0 ? viewExplore(columns) : null,
    legend: plots.length > 0 ? listLegend(subject) : [],
    tiles: hasTiles(plots) ? words.rule.plot.tiles : null,
    counterExamples: viewCounterExamples(subject, layer.rule),
    correlations: viewCorrelations(layer.rule, words),
    photos: viewPhotoRules(report, layer.rule, words),
    caveat: describeCaveat(subject, layer.rule),
  };
}

function hasTiles(plots: readonly PlotView[]): boolean {
  return plots.some(({ scatter }) => scatter.points.some(({ tile }) => tile !== null));
}

function tellUnclear(rule: ReportRule, { finding }: SiteWords): string | null {
  const { answers, need } = readLayer(rule);
  if (need !== null || answers.some(({ question }) => question === "keepsPicture")) return null;
  const reading = readNearest(rule);
  return reading.kind === "clear" ? null : finding.none(reading, rule.n);
}

// Of the kernels' own measures and of those composed, what comes nearest.
function readNearest(rule: ReportRule): RuleReading {
  const own = readRule(rule);
  const composed = rule.composed && readRule(rule.composed);
  if (composed === null || composed.kind === "none") return own;
  if (own.kind === "none") return composed;
  return Math.abs(composed.lead.value) > Math.abs(own.lead.value) ? composed : own;
}

// One class alone tells no points apart.
function listLegend({ measures, words }: LayerSubject): readonly ClassView[] {
  if (!measures?.classes) return [];
  const classes = countClasses(words, measures.classes).filter(({ empty }) => !empty);
  return classes.length > 1 ? classes : [];
}

// Averages look like the photo; colours seem to; what needs colour, what detail; and do kernels like
// edges make maps like edges? Of kernels composed where they are, as others have no colour.
function listPlots({ composed }: PlotSubject): readonly PlotMeasures[] {
  const seen = <Name extends "dcGain" | "chroma" | "centroid" | "coherence">(name: Name) =>
    composed === null ? name : `composed.${name}` as const;
  return [
    { kernel: seen("dcGain"), map: "keepsPicture" },
    { kernel: seen("chroma"), map: "keepsPicture" },
    { kernel: seen("chroma"), map: "colourDependence" },
    { kernel: seen("centroid"), map: "detailDependence" },
    { kernel: seen("coherence"), map: "edges" },
  ];
}

// A link for each of more would be most of the page; the script draws them when they are near.
const MOST_LINKS = 128;

function viewPlots(subject: PlotSubject): readonly PlotView[] {
  const plots = listPlots(subject).map((measures) => viewPlot(subject, measures));
  return plots.filter(({ scatter }) => scatter.points.length > 0).map((plot) => {
    const { scatter } = plot;
    return scatter.points.length > MOST_LINKS ? { ...plot, scatter: joinPoints(scatter) } : plot;
  });
}

function viewCounterExamples(
  { words, layer }: LayerSubject,
  { counterExamples }: ReportRule,
): readonly CounterExampleView[] {
  if (counterExamples === null) return [];
  const picture = findKernelPicture(layer);
  const { counter } = words.finding;
  const view = (name: string, kernels: readonly number[]): CounterExampleView => {
    const numbers = kernels.length > 0 ? words.count.names(kernels) : counter.none;
    return { name: counter.named(name, numbers), links: viewKernelLinks(picture, kernels, words) };
  };
  return [
    view(counter.colour, counterExamples.colour),
    view(counter.grey, counterExamples.grey),
  ];
}

function describeCaveat({ words, report, model, layer }: LayerSubject, { n }: ReportRule): string {
  const { rule, finding, count, measure } = words;
  const over = measure.over(countSeen(report, layer, words), layer.maps.length);
  return count.sentences([
    finding.caveat(count.kernels(n), model.name, over),
    ...countPhotos(report, layer) > 0 ? [rule.clear] : [],
  ]);
}
