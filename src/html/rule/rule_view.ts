import { readLayer } from "../../analysis/rule/layer_reading.ts";
import { readRule, type RuleReading } from "../../analysis/rule/rule_reading.ts";
import type { SiteWords } from "../../words/words.ts";
import type { ReportRule } from "../../report/report_layer.ts";
import { type ClassView, countClasses, keepTelling } from "../part/class_view.ts";
import { type CorrelationsView, viewCorrelations } from "./correlations_view.ts";
import { type FindingView, viewFindings } from "./finding_view.ts";
import { type ExploreView, viewExplore } from "./explore_view.ts";
import { type GroupView, viewCounterExamples, viewPhotoGroups } from "./group_view.ts";
import { headPlot } from "./plot_heading.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { type PhotoRulesView, viewPhotoRules } from "./photo_rules_view.ts";
import {
  findPlotSubject,
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
  /** The kernels by whether their maps are photo; none where no map was compared. */
  readonly groups: readonly GroupView[];
  readonly counterExamples: readonly GroupView[];
  readonly correlations: CorrelationsView | null;
  readonly photos: PhotoRulesView | null;
  readonly caveat: string;
}

/** Views the rule of a layer; null where kernels or maps are missing. */
export function viewRule(subject: LayerSubject): RuleView | null {
  const { words, report, layer } = subject;
  const photos = countPhotos(report, layer);
  const columns = findPlotSubject(subject, words);
  if (layer.rule === null || columns === null) return null;
  const plots = viewPlots(columns, words);
  return {
    heading: photos > 0 ? words.rule.heading : words.rule.plainHeading,
    findings: viewFindings(subject),
    unclear: photos > 0 ? tellUnclear(layer.rule, words) : null,
    tried: tellTried(subject),
    quad: viewQuad({ ...columns, words, photos }, findKernelPicture(layer)),
    plots,
    explore: plots.length > 0 ? viewExplore(columns) : null,
    legend: plots.length > 0 ? listLegend(subject) : [],
    tiles: hasTiles(plots) ? words.rule.plot.tiles : null,
    groups: photos > 0 ? viewPhotoGroups(subject, columns.averages.keepsPicture) : [],
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

function listLegend({ measures, words }: LayerSubject): readonly ClassView[] {
  return measures?.classes ? keepTelling(countClasses(words, measures.classes)) : [];
}

// Averages look like the photo; colours seem to, until averaging is held fixed; what needs colour, what
// detail; and do kernels like edges make maps like edges? Of kernels composed where they are, as others
// have no colour.
function listPlots({ composed }: PlotSubject): readonly PlotMeasures[] {
  const seen = <Name extends "dcGain" | "chroma" | "centroid" | "coherence">(name: Name) =>
    composed === null ? name : `composed.${name}` as const;
  return [
    { kernel: seen("dcGain"), map: "keepsPicture", held: null },
    { kernel: seen("chroma"), map: "keepsPicture", held: null },
    { kernel: seen("chroma"), map: "keepsPicture", held: "dcGain" },
    { kernel: seen("chroma"), map: "colourDependence", held: null },
    { kernel: seen("centroid"), map: "detailDependence", held: null },
    { kernel: seen("coherence"), map: "edges", held: null },
  ];
}

// A link for each of more would be most of the page; the script draws them when they are near.
const MOST_LINKS = 32;

function viewPlots(subject: PlotSubject, words: SiteWords): readonly PlotView[] {
  const plots = listPlots(subject).map((measures) => viewPlot(subject, measures));
  return plots.filter(({ scatter }) => scatter.points.length > 0).map((plot) => {
    const headed = { ...plot, heading: headPlot(subject.rule, { plot, words }) };
    const { scatter } = plot;
    return scatter.points.length > MOST_LINKS
      ? { ...headed, scatter: joinPoints(scatter) }
      : headed;
  });
}

function describeCaveat({ words, report, model, layer }: LayerSubject, { n }: ReportRule): string {
  const { rule, finding, count, measure } = words;
  const over = measure.over(countSeen(report, layer, words), layer.maps.length);
  return count.sentences([
    finding.caveat(count.kernels(n), model.name, over),
    ...countPhotos(report, layer) > 0 ? [rule.clear] : [],
  ]);
}
