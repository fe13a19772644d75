import { BLOB_DC_GAIN } from "../../analysis/kind/image_kernel_kind.ts";
import {
  contrastPhotos,
  hasPhotos,
  isColourNoHelp,
  isOfAverages,
  type PhotoContrast,
} from "../../analysis/kind/photo_contrast.ts";
import { type ClearReading, readRule } from "../../analysis/rule/rule_reading.ts";
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
  /** Whether some maps of the layer do look like the photo, so that it is worth a headline. */
  readonly leads: boolean;
}

/** Views what the rule of a layer comes to; null where it comes to nothing clear. */
export function viewFinding({ report, layer, measures, words }: LayerSubject): FindingView | null {
  const { kernels = null, averages = null } = measures ?? {};
  if (layer.rule === null || kernels === null || averages === null) return null;
  const reading = readRule(layer.rule);
  if (reading.kind !== "clear") return null;
  const { keepsPicture } = averages;
  const contrast = contrastPhotos({ ...kernels, keepsPicture });
  const { finding, count } = words;
  const subject = { reading, contrast, words };
  const numbers = { reading, kernels: layer.rule.n, photos: countPhotos(report, layer) };
  return {
    sentence: count.sentences(listSentences(subject)),
    leads: hasPhotos(contrast),
    numbers: count.sentences([
      ...isLedByAverages(subject) ? [finding.counts(contrast, GAIN)] : [],
      finding.numbers(numbers),
    ]),
  };
}

const GAIN = formatNumber(BLOB_DC_GAIN.at);

/** A clear rule, and the kernels behind it. */
interface Finding {
  readonly reading: ClearReading;
  readonly contrast: PhotoContrast;
  readonly words: SiteWords;
}

function listSentences(finding: Finding): readonly string[] {
  const { reading, contrast, words } = finding;
  return [
    isLedByAverages(finding)
      ? words.finding.averages(contrast)
      : words.finding.tendency(reading.lead),
    ...isColourBehind(finding) ? [words.finding.colour(contrast.colour!)] : [],
  ];
}

function isLedByAverages({ reading: { lead }, contrast }: Finding): boolean {
  return lead.kernel === "dcGain" && lead.value > 0 && isOfAverages(contrast);
}

// Nothing clear is left of colour with DC gain held fixed, and the coloured kernels say so too.
function isColourBehind({ reading: { rival }, contrast }: Finding): boolean {
  const left = rival?.kernel === "chroma" ? rival.rest?.kind ?? "gone" : "as much";
  return ["gone", "hardly", "unclear"].includes(left) && isColourNoHelp(contrast);
}
