import type { KernelMeasure } from "../analysis/rule.ts";
import type { AverageColumns, KernelColumns } from "../report/layer_report.ts";
import type { ReportRule } from "../report/report.ts";
import { type Axis, layoutShareAxis, SHARE_AXIS } from "./axis.ts";
import { type ClassView, countClasses } from "./class_view.ts";
import { type CorrelationsView, viewCorrelations } from "./correlations_view.ts";
import { formatQuantity } from "./format.ts";
import { type KernelLinksView, viewKernelLinks } from "./kernel_links.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { type PhotoRulesView, viewPhotoRules } from "./photo_rules_view.ts";
import { type QuadView, viewQuad } from "./quad_view.ts";
import { type RelationView, viewRelation } from "./relation_view.ts";
import { type ScatterView, viewScatter } from "./scatter_view.ts";
import { findKernelPicture } from "./sprite.ts";

/** What kernels and maps have to do with each other: the view of `rule.hbs`. */
export interface RuleView {
  readonly sentence: string;
  readonly quad: QuadView | null;
  readonly plots: readonly PlotView[];
  /** The classes in the plots. */
  readonly legend: readonly ClassView[];
  readonly counterExamples: readonly CounterExampleView[];
  readonly correlations: CorrelationsView | null;
  readonly photos: PhotoRulesView | null;
  readonly caveat: string;
}

/** A scatter and its numbers. */
export interface PlotView {
  readonly heading: string;
  readonly relation: RelationView;
  readonly n: string;
  /** The same with the other measure held fixed; null where there is no other. */
  readonly partial: PartialView | null;
  readonly scatter: ScatterView;
}

/** A correlation with another measure held fixed. */
export interface PartialView {
  readonly held: string;
  readonly relation: RelationView;
}

/** Kernels that colour does not explain. */
export interface CounterExampleView {
  readonly name: string;
  /** Their indices; null where there is none. */
  readonly numbers: string | null;
  readonly links: KernelLinksView;
}

/** Views the rule of a layer; null where kernels or maps are missing. */
export function viewRule(subject: LayerSubject): RuleView | null {
  const { report, layer, measures } = subject;
  const { kernels = null, averages = null } = measures ?? {};
  if (layer.rule === null || kernels === null || averages === null) return null;
  const plots = viewPlots(layer.rule, kernels, averages);
  return {
    sentence: layer.rule.sentence,
    quad: viewQuad(kernels, averages, findKernelPicture(layer)),
    plots,
    legend: plots.length > 0 ? countClasses(layer, kernels).filter(({ empty }) => !empty) : [],
    counterExamples: viewCounterExamples(subject, layer.rule),
    correlations: viewCorrelations(layer.rule),
    photos: viewPhotoRules(report, layer.rule),
    caveat: describeCaveat(subject, layer.rule),
  };
}

function viewPlots(
  rule: ReportRule,
  kernels: KernelColumns,
  averages: AverageColumns,
): readonly PlotView[] {
  const gains = kernels.dcGain.filter((gain) => gain !== null);
  const plots: readonly { kernel: "dcGain" | "chroma"; name: string; axis: Axis }[] = [
    { kernel: "dcGain", name: "DC gain", axis: layoutShareAxis(gains) },
    { kernel: "chroma", name: "chroma", axis: SHARE_AXIS },
  ];
  return plots.flatMap(({ kernel, name, axis }) => {
    const [x, y] = [kernels[kernel], averages.keepsPicture];
    const scatter = viewScatter({ kinds: kernels.kind, x, y, name, axis });
    if (scatter.points.length === 0) return [];
    const heading = `${name} against the picture kept`;
    const n = formatQuantity(scatter.points.length, "kernel");
    const relation = viewRelation(rule, { kernel, map: "keepsPicture" });
    return [{ heading, relation, n, partial: viewPartial(rule, kernel), scatter }];
  });
}

function viewPartial(rule: ReportRule, kernel: KernelMeasure): PartialView | null {
  const held = kernel === "chroma" ? "dcGain" : "chroma";
  const relation = viewRelation(rule, { kernel, map: "keepsPicture", held });
  if (relation.value === null) return null;
  return { held: held === "dcGain" ? "DC gain" : "chroma", relation };
}

function viewCounterExamples(
  { layer }: LayerSubject,
  { counterExamples }: ReportRule,
): readonly CounterExampleView[] {
  if (counterExamples === null) return [];
  const picture = findKernelPicture(layer);
  const { colour, grey } = counterExamples;
  const view = (name: string, kernels: readonly number[]): CounterExampleView => {
    const numbers = kernels.length > 0 ? kernels.join(", ") : null;
    return { name, numbers, links: viewKernelLinks(picture, kernels) };
  };
  return [
    view("Colour kernels that do not keep the picture", colour),
    view("Grey kernels that do", grey),
  ];
}

function describeCaveat({ model, layer }: LayerSubject, { n }: ReportRule): string {
  const photos = formatQuantity(layer.maps.length, "photo");
  return `Rank correlations over the ${formatQuantity(n, "kernel")} of one layer of one network ` +
    `(${model.name}), with maps averaged over ${photos}. They say what goes together here, not ` +
    "what causes what, nor what another network or other photos would show.";
}
