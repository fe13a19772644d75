import { nameScript } from "../../plan/language.ts";
import { nameActivation } from "../../site/activation_text.ts";
import type { Picture } from "../../plan/picture.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { type AnswersView, viewAnswers } from "../part/answer_view.ts";
import { type BadgeView, viewBadge } from "../../site/badge_view.ts";
import { type GridView, viewGrid } from "./grid_view.ts";
import type { ChoiceView } from "../part/choice_view.ts";
import { type ControlView, viewControls } from "./control_view.ts";
import { type DetailView, viewTerms } from "../part/detail_view.ts";
import { type FamiliesView, viewFamilies } from "./family_view.ts";
import { type ExerciseView, viewExercise } from "../rule/exercise_view.ts";
import { type FindingView, viewHeadline } from "../rule/finding_view.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { describeFacts } from "../../site/layer_facts.ts";
import { describeLayer, titleLayer } from "./layer_lead.ts";
import { viewGivenInputs } from "../part/given_inputs.ts";
import { DATASET_STYLE } from "../../site/dataset/dataset_file.ts";
import { listKernelViews } from "../../site/tile/kernel_view.ts";
import { viewLayerHelp } from "./layer_help.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { type FailureView, viewMissing } from "../part/failure_view.ts";
import { MARKS, type MarkView } from "./mark_view.ts";
import { type MatrixView, viewMatrix } from "./matrix_view.ts";
import { type MeasureTableView, viewMeasureTable } from "./measure_table_view.ts";
import { type NameSize, sizeName } from "../part/name_size.ts";
import { type PageView, viewPage } from "../part/page_view.ts";
import { type PanelView, viewPanel } from "./panel_view.ts";
import { type PictureView, viewPicture } from "./picture_view.ts";
import { areArrays, type PhotoView, viewPhotos } from "../../site/photo_view.ts";
import { describeFeed, type FeedWords } from "../part/preprocess_words.ts";
import { type ReviewsView, viewReviews } from "../part/review_view.ts";
import { type RuleView, viewRule } from "../rule/rule_view.ts";
import { viewWall, type WallView } from "./wall_view.ts";
import { viewLayerHeader } from "../part/header_view.ts";

/** The page of a layer: the view of `layer.hbs`. */
export interface LayerView extends PageView {
  /** The name in parts, between which a line may end. */
  readonly parts: readonly string[];
  /** How large the name is set. */
  readonly nameSize: NameSize;
  readonly facts: readonly string[];
  readonly badges: readonly BadgeView[];
  /** What kernels and maps have to do with each other; null where that is no headline. */
  readonly finding: FindingView | null;
  /** What it shows, in a sentence; null where the page is headed by something else. */
  readonly lead: string | null;
  /** What else is said of it; null where that is all. */
  readonly said: string | null;
  /** What the network answers to the photos; null where it is no classifier that is known. */
  readonly answers: AnswersView | null;
  readonly failures: readonly FailureView[];
  readonly photos: readonly PhotoView[];
  /** What heads them. */
  readonly photosHead: string;
  /** Whether there is a choice of photos or of views. */
  readonly switches: boolean;
  /** The marks of the classes. */
  readonly marks: readonly MarkView[];
  /** The maps before and behind what follows the convolution; null where nothing does. */
  readonly stages: { readonly before: string; readonly after: string } | null;
  /** How the kernels can be shown; empty where there is one way only. */
  readonly views: readonly ChoiceView[];
  readonly controls: ControlView;
  readonly grid: GridView;
  readonly panel: PanelView;
  /** The kernels in families; null where no map is compared. */
  readonly families: FamiliesView | null;
  /** What excites its kernels in a dataset; null where there are no pictures of that. */
  readonly wall: WallView | null;
  /** Its weights as a matrix; null where they are more than single weights. */
  readonly matrix: MatrixView | null;
  readonly table: MeasureTableView | null;
  /** What the report's files say of its pairs; null where they say nothing. */
  readonly reviews: ReviewsView | null;
  /** What leads a reader to the rule; null where there is nothing to try. */
  readonly exercise: ExerciseView | null;
  readonly rule: RuleView | null;
  readonly details: readonly DetailView[];
  readonly preprocess: FeedWords;
  readonly files: readonly PictureView[];
  readonly runtime: string;
}

const ROOT = "../../";

/** Views the page of a layer. */
export function viewLayer(subject: LayerSubject): LayerView {
  const { words, report, model, layer } = subject;
  const said = describeLayer(subject);
  return {
    ...viewLayerPage(subject, words.count.sentences(said)),
    ...viewHeading(subject, said),
    ...viewPairs(subject),
    failures: viewMissing(layer, words),
    wall: viewWall(subject),
    matrix: viewMatrix(subject),
    table: viewMeasureTable(subject),
    reviews: viewReviews(layer, words),
    rule: viewRule(subject),
    details: [...viewDetails(subject), ...viewGivenInputs(model, words)],
    preprocess: describeFeed(model, words),
    files: listPictures(layer).map((picture) => viewPicture(picture, words)),
    runtime: report.runtime,
  };
}

function viewLayerPage(subject: LayerSubject, description: string): PageView {
  const { words, report, model, layer, measures } = subject;
  const ofDataset = (measures?.dataset ?? null) !== null;
  const folder = `${model.id}/${layer.id}/`;
  return viewPage({
    ...{ report, words, title: titleLayer(subject), description, folder },
    shown: { model, layer },
    stylesheets: [...ofDataset ? [ROOT + DATASET_STYLE] : [], "layer.css"],
    data: `${folder}layer`,
    header: viewLayerHeader(subject),
    help: viewLayerHelp(subject),
    script: nameScript(words.language),
  });
}

/** What stands above the pairs. */
type HeadingView = Pick<
  LayerView,
  "parts" | "nameSize" | "facts" | "badges" | "finding" | "exercise" | "lead" | "said"
>;

function viewHeading(
  subject: LayerSubject,
  said: ReturnType<typeof describeLayer>,
): HeadingView {
  const { words, layer } = subject;
  const [finding, exercise] = [viewHeadline(subject), viewExercise(subject)];
  const isHeaded = finding !== null || exercise !== null;
  return {
    parts: breakName(layer.name),
    nameSize: sizeName(layer.name),
    facts: describeFacts(subject),
    badges: layer.badges.map((name) => viewBadge(name, words)),
    ...{ finding, exercise },
    lead: isHeaded ? null : said[0],
    said: words.count.sentences(isHeaded ? said : said.slice(1)) || null,
  };
}

/** The pairs, and what they are chosen, shown and read by. */
type PairsView = Pick<
  LayerView,
  | "answers"
  | "photos"
  | "photosHead"
  | "marks"
  | "stages"
  | "switches"
  | "views"
  | "controls"
  | "grid"
  | "panel"
  | "families"
>;

function viewPairs(subject: LayerSubject): PairsView {
  const { words, report, model, layer } = subject;
  const ids = layer.maps.map(({ image }) => image);
  const photos = viewPhotos(report, model, { root: ROOT, ids, words });
  const views = listViews(subject);
  const families = viewFamilies(subject);
  return {
    answers: viewAnswers(model, photos, words),
    photos,
    photosHead: areArrays(report, ids) ? words.tools.array : words.tools.photo,
    marks: MARKS,
    stages: nameStages(subject),
    switches: photos.length > 0 || views.length > 0,
    views,
    controls: viewControls(subject, families?.families ?? []),
    grid: viewGrid(subject, photos.map(({ name }) => name)),
    panel: viewPanel(subject, photos),
    families,
  };
}

function nameStages({ layer, words }: LayerSubject): LayerView["stages"] {
  if (layer.maps.every(({ activated }) => activated === null)) return null;
  const { tools } = words;
  const activation = nameActivation(layer, words);
  return { before: tools.before(activation), after: tools.after(activation) };
}

function listViews({ layer, words: { tools } }: LayerSubject): readonly ChoiceView[] {
  const views = listKernelViews(layer);
  if (views.length < 2) return [];
  return views.map(({ view: value }, i) => {
    return { value, name: tools.views.names[value], chosen: i === 0 };
  });
}

function listPictures({ pictures, effective, projections, maps }: ReportLayer): readonly Picture[] {
  return [
    ...pictures,
    ...effective?.pictures ?? [],
    ...projections.pictures,
    ...maps.flatMap((each) => each.pictures),
  ];
}

function viewDetails({ layer, words }: LayerSubject): readonly DetailView[] {
  const { terms } = words.layer;
  const { node, op, input, output, weight, dtype } = layer;
  return viewTerms([
    [terms.node, node],
    [terms.operator, op],
    [terms.input, input],
    [terms.output, output],
    [terms.followedBy, nameActivation(layer, words)],
    [terms.kernels, weight],
    [terms.storedAs, dtype],
  ]);
}
