import type { ReportModel } from "../../report/report_model.ts";
import { nameOverviewScript, namePage } from "../../plan/language.ts";
import { encodePath } from "../../site/address.ts";
import { type CardView, viewCard } from "./card_view.ts";
import { type DatasetView, viewDataset } from "./dataset_view.ts";
import { type FailureView, viewFailures } from "../part/failure_view.ts";
import { type HashView, viewHash } from "../part/hash_view.ts";
import { showsPairs } from "../part/shown_layer.ts";
import { findShownLayer } from "../part/head_view.ts";
import { type GalleryView, viewGalleries } from "./gallery_view.ts";
import { indexMeasures } from "../../site/layer_subject.ts";
import { describeModel } from "./model_view.ts";
import { type NoticeView, viewNotices } from "../part/notice_view.ts";
import { type OdditiesView, viewOddities } from "../part/oddity_view.ts";
import { viewIndexHelp } from "./overview_help.ts";
import { type PageView, viewPage } from "../part/page_view.ts";
import { describeFeed, type FeedWords } from "../part/preprocess_words.ts";
import { describeReport } from "./tally.ts";
import type { SiteSubject } from "../part/site_subject.ts";
import { type DifferenceView, viewDifferences } from "../ranked/difference_view.ts";
import { type TrioView, viewTrio } from "./trio_view.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { viewHomeHeader } from "../part/header_view.ts";

/** The first page: the view of `index.hbs`. */
export interface IndexView extends PageView {
  readonly lead: string;
  readonly note: string | null;
  /** How far models that are compared are apart. */
  readonly differences: readonly DifferenceView[];
  readonly trio: TrioView | null;
  readonly models: readonly SectionView[];
  /** The photos that were measured and not drawn; null where there are none. */
  readonly dataset: DatasetView | null;
  readonly galleries: readonly GalleryView[];
  readonly failures: readonly FailureView[];
  readonly runtime: string;
  /** The program that wrote the report. */
  readonly generator: string;
}

/** A model on the first page. */
export interface SectionView {
  readonly href: string;
  readonly name: string;
  readonly lead: string;
  /** What a card shows; null where none shows kernels and maps. */
  readonly cards: string | null;
  readonly notices: readonly NoticeView[];
  /** What is most odd about it; null where nothing is. */
  readonly oddities: OdditiesView | null;
  readonly preprocess: FeedWords;
  readonly layers: readonly CardView[];
  /** How many layers are shown and how many there are; null where all are shown. */
  readonly shown: string | null;
  readonly sha256: HashView;
}

const CARDS = 10; // two rows on a wide screen
const THUMB = { width: 212, height: 58 };

/** Views the first page. */
export function viewIndex(subject: SiteSubject): IndexView {
  const { report, words } = subject;
  const lead = describeReport(report, words);
  const trio = viewTrio(subject);
  return {
    ...viewPage({
      ...{ report, words, title: report.title, description: lead, folder: "" },
      shown: findShownLayer(report.models),
      header: viewHomeHeader(words, trio !== null),
      help: viewIndexHelp(subject, trio),
      script: nameOverviewScript(words.language),
    }),
    lead,
    note: report.note,
    differences: viewDifferences(report.comparisons, { report, words, root: "" }),
    trio,
    models: report.models.map((model) => viewSection(subject, model)),
    dataset: viewDataset(report.dataset, words),
    galleries: viewGalleries(report, words),
    failures: viewFailures(report, words),
    runtime: report.runtime,
    generator: report.generator,
  };
}

function viewSection(subject: SiteSubject, model: ReportModel): SectionView {
  const { report, layers: measures, words } = subject;
  const base = `${encodePath(model.id)}/`;
  const own = indexMeasures(measures, model);
  const names = shortenLayers(model.layers);
  const shown = model.layers.slice(0, CARDS);
  return {
    href: base + namePage(words.language),
    name: model.name,
    lead: describeModel(model, words),
    cards: shown.some(showsPairs) ? words.overview.cards : null,
    notices: viewNotices(model, { base, words, report }),
    oddities: viewOddities(model, { report, words, root: "", rest: "linked" }),
    preprocess: describeFeed(model, words),
    layers: shown.map((layer) => {
      const [short, measures] = [names.get(layer.id)!, own.get(layer.id) ?? null];
      return viewCard(subject, layer, { ...{ base, short, measures }, ...THUMB });
    }),
    shown: shown.length < model.layers.length
      ? words.overview.shown(shown.length, model.layers.length)
      : null,
    sha256: viewHash(model.sha256),
  };
}
