import { nameOverviewScript } from "../../plan/language.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { isInactive, isQuantized } from "../../site/activation_text.ts";
import type { SiteWords } from "../../words/words.ts";
import { type AnswersView, viewAnswers } from "../part/answer_view.ts";
import { type AtlasView, viewAtlas } from "./atlas_view.ts";
import { type DepthView, viewDepth } from "./depth_view.ts";
import { type LayerTableView, viewLayerTable } from "./layer_row_view.ts";
import { type DetailView, viewTerms } from "../part/detail_view.ts";
import { viewGivenInputs } from "../part/given_inputs.ts";
import { type HashView, viewHash } from "../part/hash_view.ts";
import { findShownLayer } from "../part/head_view.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { indexMeasures } from "../../site/layer_subject.ts";
import { type NameSize, sizeName } from "../part/name_size.ts";
import { type NoticeView, viewNotices } from "../part/notice_view.ts";
import { type OdditiesView, viewOddities } from "../part/oddity_view.ts";
import { viewModelHelp } from "./overview_help.ts";
import { type PageView, viewPage } from "../part/page_view.ts";
import { type PhotoView, viewPhotos } from "../../site/photo_view.ts";
import { type DifferenceView, viewDifferences } from "../ranked/difference_view.ts";
import { describeFeed, type FeedWords } from "../part/preprocess_words.ts";
import { countInputs, sawArrays } from "../../site/shown_inputs.ts";
import type { SiteSubject } from "../part/site_subject.ts";
import { viewModelHeader } from "../part/header_view.ts";

/** The page of a model: the view of `model.hbs`. */
export interface ModelView extends PageView {
  readonly name: string;
  readonly nameSize: NameSize;
  readonly lead: string;
  /** How far it is from the models that it is compared with. */
  readonly differences: readonly DifferenceView[];
  readonly notices: readonly NoticeView[];
  /** What is odd about its layers; null where nothing is. */
  readonly oddities: OdditiesView | null;
  /** Its layers on one screen; null where there is one. */
  readonly atlas: AtlasView | null;
  /** Why no layer has cells that are on; null where one may. */
  readonly inactive: string | null;
  /** What becomes of the photo from layer to layer; null where there are not two to compare. */
  readonly depth: DepthView | null;
  /** What it answers to the photos; null where it is no classifier that is known. */
  readonly answers: AnswersView | null;
  readonly photos: readonly PhotoView[];
  /** What heads them. */
  readonly photosHead: string;
  readonly table: LayerTableView;
  readonly details: readonly DetailView[];
  readonly preprocess: FeedWords;
  readonly sha256: HashView;
  readonly runtime: string;
}

/** A model, and what pages know of all its layers. */
export interface GatheredModel {
  readonly model: ReportModel;
  readonly file: LayersFile;
}

const ROOT = "../";

/** Views the page of a model. */
export function viewModel(subject: SiteSubject, gathered: GatheredModel): ModelView {
  const { report, words } = subject;
  const { model, file } = gathered;
  const charts = viewCharts(subject, gathered);
  return {
    ...viewModelPage(subject, model, charts.atlas !== null),
    name: model.name,
    nameSize: sizeName(model.name),
    lead: describeModel(model, words),
    differences: viewDifferences(
      report.comparisons.filter(({ b }) => b === model.id),
      { report, words, root: ROOT },
    ),
    notices: viewNotices(model, { base: "", words, report }),
    oddities: viewOddities(model, { report, words, root: ROOT, rest: "folded" }),
    ...charts,
    ...viewSeen(subject, model),
    table: viewLayerTable({ report, model, file, words }),
    details: [...viewDetails(model, words), ...viewGivenInputs(model, words)],
    preprocess: describeFeed(model, words),
    sha256: viewHash(model.sha256),
    runtime: report.runtime,
  };
}

function viewModelPage(subject: SiteSubject, model: ReportModel, hasAtlas: boolean): PageView {
  const { report, words } = subject;
  const title = `${model.name} · ${report.title}`;
  return viewPage({
    ...{ report, words, title, description: describeModel(model, words), folder: `${model.id}/` },
    shown: findShownLayer([model]),
    model: model.id,
    header: viewModelHeader(model, words, hasAtlas),
    help: viewModelHelp(subject, model, hasAtlas),
    script: nameOverviewScript(words.language),
  });
}

function viewCharts(
  { layers, words }: SiteSubject,
  { model, file }: GatheredModel,
): Pick<ModelView, "atlas" | "inactive" | "depth"> {
  const own = indexMeasures(layers, model);
  const measures = model.layers.map(({ id }) => own.get(id) ?? null);
  return {
    atlas: viewAtlas({ file, measures: own, words }),
    inactive: tellInactive(model, words),
    depth: viewDepth({ rows: file.rows, words, measures }),
  };
}

/** Says why pages know of no cell of a model that is on; null where they may. */
export function tellInactive({ layers }: ReportModel, { term }: SiteWords): string | null {
  const seen = layers.filter(({ maps }) => maps.length > 0);
  if (seen.length === 0 || !seen.every(isInactive)) return null;
  return term.inactive.model(seen.some(isQuantized));
}

function viewSeen(
  { report, words }: SiteSubject,
  model: ReportModel,
): Pick<ModelView, "photos" | "photosHead" | "answers"> {
  const { inputs } = model;
  const ids = inputs.map(({ image }) => image);
  const photos = viewPhotos(report, model, { root: ROOT, ids, words });
  return {
    photos,
    photosHead: sawArrays(inputs) ? words.overview.arraysSeen : words.overview.photosSeen,
    answers: viewAnswers(model, photos, words),
  };
}

/** Says how many layers and kernels a model has. */
export function describeModel({ layers, inputs }: ReportModel, words: SiteWords): string {
  const kernels = layers.reduce((sum, { outChannels }) => sum + outChannels, 0);
  return words.overview.model(
    layers.length,
    kernels,
    inputs.length > 0 ? countInputs(inputs, words) : null,
  );
}

function viewDetails(
  { producer, opset }: ReportModel,
  { overview: { terms } }: SiteWords,
): readonly DetailView[] {
  return viewTerms([
    [terms.producer, producer],
    [terms.opset, opset === null ? null : String(opset)],
  ]);
}
