import { type PicturedSides, viewCompareHelp } from "../help/compare_help.ts";
import { HELP_SIDE } from "../help/help_view.ts";
import { cutPair } from "../part/pair_tiles.ts";
import { findLayer, showsPairs } from "../part/shown_layer.ts";
import type { ChoiceView } from "../part/choice_view.ts";
import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { nameComparePage, nameCompareScript, namePage } from "../../plan/language.ts";
import type { SiteWords } from "../../words/words.ts";
import { encodePath } from "../../site/address.ts";
import { chooseSides, type ComparedLayer, type Side } from "../../site/compare/compare_choice.ts";
import { type CompareHeaderView, EMPTY_COMPARE_HEADER } from "../../site/compare/compare_header.ts";
import { describeKernels, describeMaps } from "../../site/layer_facts.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { type PageView, viewPage } from "../part/page_view.ts";
import { countInputs } from "../../site/shown_inputs.ts";
import { listCompared } from "./compared_layers.ts";
import { findCompared } from "../ranked/compared_models.ts";
import { type RankingView, viewRanking } from "./ranking_view.ts";
import type { SiteSubject } from "../part/site_subject.ts";
import { KERNEL_VIEWS, listKernelViews } from "../../site/tile/kernel_view.ts";
import { viewCompareHeader } from "../part/header_view.ts";
import { findShownLayer } from "../part/head_view.ts";

/** The page that compares: the view of `compare.hbs`. */
export interface CompareView extends PageView {
  /** What the page does; null where it opens on what is more to the point. */
  readonly lead: string | null;
  /** What there is to choose from. */
  readonly about: string;
  /** What the report has too little of; null where it has enough. */
  readonly note: string | null;
  /** Models that are compared layer by layer; where there are some, the page opens on them. */
  readonly rankings: readonly RankingView[];
  /** The sides to choose; empty where there is nothing to compare. */
  readonly sides: readonly SideView[];
  /** How kernels can be shown; empty where no layer leaves a choice. */
  readonly views: readonly ChoiceView[];
  readonly models: readonly ComparedModelView[];
}

/** What one side is chosen from. */
export interface SideView {
  /** `a` or `b`. */
  readonly name: string;
  readonly letter: string;
  readonly layerLabel: string;
  readonly photoLabel: string;
  readonly pointLabel: string;
  readonly openLabel: string;
  /** What the script says above the grid once the side is there. */
  readonly header: CompareHeaderView;
  readonly models: readonly {
    readonly name: string;
    readonly layers: readonly LayerOptionView[];
  }[];
  readonly photos: readonly ChoiceView[];
}

/** A layer in a list, with what the script needs to find its like. */
export interface LayerOptionView extends ChoiceView {
  readonly kernel: string;
  readonly channels: string;
  readonly images: string;
  readonly twins: string;
}

/** The layers of a model as links. */
export interface ComparedModelView {
  readonly href: string;
  readonly name: string;
  readonly layers: readonly {
    readonly href: string;
    /** The name in parts, between which a line may end. */
    readonly parts: readonly string[];
    readonly facts: string;
  }[];
}

/** Views the page that compares. */
export function viewCompare(subject: SiteSubject): CompareView {
  const { report, words } = subject;
  const layers = listCompared(report);
  const sides = chooseSides(layers);
  const models = listOptions(subject, layers);
  const about = words.compare.about(
    report.models.length,
    layers.length,
    countInputs(report.images, words),
  );
  const rankings = report.comparisons.map((comparison) =>
    viewRanking(comparison, findCompared(comparison, subject), words)
  );
  return {
    ...viewComparePage(subject, { about, rankings }),
    lead: report.comparisons.length > 0 ? null : words.compare.lead,
    about,
    note: describeLack(report, { words, some: sides !== null }),
    rankings,
    sides: sides === null
      ? []
      : (["a", "b"] as const).map((name) => viewSide(subject, { name, side: sides[name], models })),
    views: listViews(report, words),
    models: report.models.map((model) => linkLayers(model, words)),
  };
}

function viewComparePage(
  subject: SiteSubject,
  { about, rankings }: Pick<CompareView, "about" | "rankings">,
): PageView {
  const { report, words } = subject;
  const title = `${words.compare.title} · ${report.title}`;
  return viewPage({
    ...{ report, words, title, description: about, folder: "", name: nameComparePage },
    shown: findShownLayer(report.models),
    header: viewCompareHeader(words),
    help: viewCompareHelp(report, findTiles(subject, rankings), words),
    script: nameCompareScript(words.language),
  });
}

function linkLayers({ id, name, layers }: ReportModel, words: SiteWords): ComparedModelView {
  const page = namePage(words.language);
  return {
    href: `${encodePath(id)}/${page}`,
    name,
    layers: layers.map((layer) => ({
      href: `${encodePath(id, layer.id)}/${page}`,
      parts: breakName(layer.name),
      facts: describe(layer, words),
    })),
  };
}

// The maps that differ most, else a kernel and its map.
function findTiles(
  { report: { models }, words }: SiteSubject,
  rankings: readonly RankingView[],
): PicturedSides {
  const worst = rankings[0]?.rows[0]?.maps ?? null;
  if (worst !== null) return worst;
  const shown = findLayer(models, showsPairs);
  if (shown === null) return { a: null, b: null };
  const { model, layer } = shown;
  const folder = `${encodePath(model.id, layer.id)}/`;
  const { kernel, map } = cutPair(layer, 0, { folder, side: HELP_SIDE, words });
  return { a: kernel, b: map };
}

function listViews({ models }: Report, { tools }: SiteWords): readonly ChoiceView[] {
  const views = models.flatMap(({ layers }) => layers.map(listKernelViews))
    .filter((each) => each.length > 1).flat().map(({ view }) => view);
  return KERNEL_VIEWS.filter((view) => views.includes(view)).map((value) => {
    return { value, name: tools.views.names[value], chosen: false };
  });
}

function describeLack(
  { models, images }: Report,
  { words: { compare }, some }: { readonly words: SiteWords; readonly some: boolean },
): string | null {
  if (!some) return compare.nothing;
  return models.length === 1 && images.length <= 1 ? compare.layersOnly : null;
}

/** The layers of models to choose from, before one is chosen. */
type ModelOptions = readonly {
  readonly name: string;
  readonly layers: readonly Omit<LayerOptionView, "chosen">[];
}[];

function listOptions(
  { report, words }: SiteSubject,
  layers: readonly ComparedLayer[],
): ModelOptions {
  const byPath = new Map(layers.map((layer) => [layer.path, layer]));
  return report.models.map((model) => {
    const names = shortenLayers(model.layers);
    const layers = model.layers.flatMap((layer) => {
      const compared = byPath.get(`${model.id}/${layer.id}`);
      if (compared === undefined) return [];
      const { path, kernel, channels, images, twins } = compared;
      return [{
        value: path,
        name: words.count.list([
          nameOption(report, model, names.get(layer.id)!),
          describe(layer, words),
        ]),
        ...{ kernel, channels, images: images.join(" "), twins: twins.join(" ") }, // ids hold no space
      }];
    });
    return { name: model.name, layers };
  }).filter(({ layers }) => layers.length > 0);
}

function viewSide(
  { report, words: { compare } }: SiteSubject,
  { name, side: { path, image }, models }: {
    readonly name: "a" | "b";
    readonly side: Side;
    readonly models: ModelOptions;
  },
): SideView {
  const letter = compare[name];
  return {
    name,
    letter,
    layerLabel: compare.layerOf(letter),
    photoLabel: compare.photoOf(letter),
    pointLabel: compare.point(letter),
    openLabel: compare.openIn(letter),
    header: EMPTY_COMPARE_HEADER,
    models: models.map(({ name, layers }) => ({
      name,
      layers: layers.map((layer) => ({ ...layer, chosen: layer.value === path })),
    })),
    photos: report.images.map(({ id, name }) => ({ value: id, name, chosen: id === image })),
  };
}

// A list that is closed shows the chosen layer alone.
function nameOption({ models }: Report, model: ReportModel, layer: string): string {
  return models.length > 1 ? `${model.name} · ${layer}` : layer;
}

function describe(layer: ReportLayer, words: SiteWords): string {
  return describeKernels(layer, words) ?? describeMaps(layer.maps, words) ?? layer.op;
}
