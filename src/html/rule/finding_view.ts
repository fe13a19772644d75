import { BLOB_DC_GAIN } from "../../analysis/kind/image_kernel_kind.ts";
import {
  contrastPhotos,
  hasPhotos,
  isColourNoHelp,
  isOfAverages,
  type PhotoContrast,
} from "../../analysis/kind/photo_contrast.ts";
import { type LayerAnswer, readLayer } from "../../analysis/rule/layer_reading.ts";
import type { FoundNeed } from "../../analysis/rule/rule_reading.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatNumber } from "../../site/format.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { countPhotos } from "../../site/shown_inputs.ts";

/** What a layer shows. */
export interface FindingView {
  /** In plain words. */
  readonly sentence: string;
  /** The numbers behind it. */
  readonly numbers: string;
  /** Whether it is worth a headline: where some maps look like the photo, or the relation is strong. */
  readonly leads: boolean;
}

/** Views what comes clearly out of a layer: of the photo by the weights first, then what is strongest. */
export function viewFindings(subject: LayerSubject): readonly FindingView[] {
  const { layer, measures, words } = subject;
  if (layer.rule === null || !measures?.kernels || !measures.averages) return [];
  const { answers, need } = readLayer(layer.rule);
  return [
    ...answers.toSorted(compareAnswers).map((answer) => viewAnswer(answer, subject)),
    ...need === null ? [] : [viewNeed(need, words)],
  ];
}

/** Finds what heads the page of a layer; null where nothing is worth it. */
export function viewHeadline(subject: LayerSubject): FindingView | null {
  return viewFindings(subject).find(({ leads }) => leads) ?? null;
}

function compareAnswers(one: LayerAnswer, other: LayerAnswer): number {
  const rank = ({ question, composed, reading: { lead } }: LayerAnswer): number =>
    question === "keepsPicture" && !composed ? 1 : Math.abs(lead.value);
  return rank(other) - rank(one);
}

function viewAnswer(answer: LayerAnswer, subject: LayerSubject): FindingView {
  const { report, layer, measures, words } = subject;
  const { question, reading, composed } = answer;
  const isPhoto = question === "keepsPicture";
  const contrast = isPhoto ? contrastMaps(measures!, composed) : null;
  const finding: Finding = { answer, contrast: composed ? null : contrast, words };
  const photos = isPhoto ? countPhotos(report, layer) : measures!.experiments?.images.length ?? 0;
  const numbers = { reading, kernels: layer.rule!.n, photos, asked: answer };
  return {
    sentence: words.count.sentences(listSentences(finding)),
    leads: contrast === null ? isStrong(answer) : hasPhotos(contrast),
    numbers: words.count.sentences([
      ...isLedByAverages(finding) ? [words.finding.counts(finding.contrast!, GAIN)] : [],
      words.finding.numbers(numbers),
    ]),
  };
}

// A weaker correlation explains less than a quarter of the order.
const STRONG = 0.5;

function isStrong({ reading: { lead } }: LayerAnswer): boolean {
  return Math.abs(lead.value) >= STRONG;
}

function viewNeed(need: FoundNeed, { finding }: SiteWords): FindingView {
  return { sentence: finding.need(need), numbers: finding.needNumbers(need), leads: false };
}

function contrastMaps(
  { kernels, composed, averages }: LayerReport,
  isComposed: boolean,
): PhotoContrast {
  const { dcGain, chroma } = isComposed ? composed! : kernels!;
  return contrastPhotos({ dcGain, chroma, keepsPicture: averages!.keepsPicture });
}

const GAIN = formatNumber(BLOB_DC_GAIN.at);

/** A clear answer, and the kernels behind it. */
interface Finding {
  readonly answer: LayerAnswer;
  /** Null where it is not about the photo, or about composed kernels, which hardly average. */
  readonly contrast: PhotoContrast | null;
  readonly words: SiteWords;
}

function listSentences(finding: Finding): readonly string[] {
  const { answer, contrast, words } = finding;
  return [
    isLedByAverages(finding)
      ? words.finding.averages(contrast!)
      : words.finding.tendency(answer.reading.lead, answer),
    ...isColourBehind(finding) ? [words.finding.colour(contrast!.colour!)] : [],
  ];
}

function isLedByAverages({ answer: { reading: { lead } }, contrast }: Finding): boolean {
  return contrast !== null && lead.kernel === "dcGain" && lead.value > 0 && isOfAverages(contrast);
}

// Nothing clear is left of colour with DC gain held fixed, and the coloured kernels say so too.
function isColourBehind({ answer: { reading: { rival } }, contrast }: Finding): boolean {
  const left = rival?.kernel === "chroma" ? rival.rest?.kind ?? "gone" : "as much";
  return contrast !== null && ["gone", "hardly", "unclear"].includes(left) &&
    isColourNoHelp(contrast);
}
