import type { Language } from "../../plan/language.ts";
import type {
  ReportFoundPreprocess,
  ReportModel,
  ReportPreprocess,
} from "../../report/report_model.ts";
import type { CountWords } from "../../words/en/count_words.ts";
import type { PreprocessSection } from "../../words/en_page/preprocess_words.ts";
import { REASONS } from "../../words/reasons.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatNumber, formatSize } from "../../site/format.ts";
import { sawArrays } from "../../site/shown_inputs.ts";

/** How photos are turned into input, in words. */
export interface PreprocessWords {
  /** Such as `imagenet`. */
  readonly name: string;
  /** What happens to the picture. */
  readonly steps: string;
  /** What happens to a level of 0 to 255. */
  readonly formula: string;
  /** By what it was found, and how to say otherwise; null where the config says it. */
  readonly found: string | null;
}

/** How a model was fed, in words: without a name and a formula where that was no photo. */
export type FeedWords = PreprocessWords | {
  readonly name: null;
  readonly steps: string;
  readonly formula: null;
  readonly found: null;
};

/** Says in words how a model was fed: how its photos were prepared, or that it saw arrays alone. */
export function describeFeed({ inputs, preprocess }: ReportModel, words: SiteWords): FeedWords {
  return sawArrays(inputs)
    ? { name: null, steps: words.preprocess.arrays, formula: null, found: null }
    : describePreprocess(preprocess, words);
}

/** Says in words how photos are turned into input. */
export function describePreprocess(
  preprocess: ReportPreprocess,
  { language, count, preprocess: words }: SiteWords,
): PreprocessWords {
  const { name, crop, channels, profile, found = null } = preprocess;
  const cut = crop && words.crop(formatSize(crop.width, crop.height));
  const order = channels === "gray" ? words.greyChannel : words.channels(channels);
  const colours = profile === "convert" ? words.profilesConverted : null;
  const steps = [colours, describeResize(preprocess, { count, words }), cut, order];
  return {
    name,
    steps: count.series(steps.filter((step) => step !== null)),
    formula: words.formula(describeValue(preprocess, words)),
    found: found && describeOrigin(found, { language, count, words }),
  };
}

function describeOrigin(
  { sure, reasons }: ReportFoundPreprocess,
  { language, count, words }: {
    readonly language: Language;
    readonly count: CountWords;
    readonly words: PreprocessSection;
  },
): string {
  const told = reasons.map(REASONS[language]);
  return words.found(count.series(sure ? told : [...told, words.sayOtherwise]));
}

function describeResize(
  { resize, crop, kernel }: ReportPreprocess,
  { count, words }: { readonly count: CountWords; readonly words: PreprocessSection },
): string {
  const interpolation = translate(kernel, words.interpolations);
  if (resize === null) return crop === null ? words.toInput(interpolation) : words.sizeKept;
  if (resize.shortestEdge !== undefined) {
    const side = words.shortestSide(String(resize.shortestEdge), interpolation);
    if (resize.longestEdge === undefined) return side;
    return count.list([side, words.longestSide(String(resize.longestEdge))]);
  }
  const size = [resize.width, resize.height].filter((side) => side !== undefined).join(" × ");
  const resized = size ? words.resizedTo(size) : words.resized;
  const fit = resize.fit === undefined ? [] : [translate(String(resize.fit), words.fits)];
  const margins = resize.margin === undefined ? [] : [words.margins(String(resize.margin))];
  return count.list([resized, ...fit, ...margins, interpolation]);
}

// A word of the config that the pages do not know stands as it is.
function translate(word: string, words: Readonly<Record<string, string>>): string {
  return words[word] ?? word;
}

function describeValue(
  { rescale, mean, std }: ReportPreprocess,
  { level }: PreprocessSection,
): string {
  let value = describeRescale(rescale, level);
  const shifts = mean.some((number) => number !== 0);
  if (shifts) value = `${value} − (${mean.map(formatNumber).join(", ")})`;
  if (std.every((number) => number === 1)) return value;
  return `${shifts ? `(${value})` : value} ÷ (${std.map(formatNumber).join(", ")})`;
}

// 1 ÷ 255 has no short decimal form.
function describeRescale(rescale: number, level: string): string {
  if (rescale === 1) return level;
  const divisor = 1 / rescale;
  const whole = Math.round(divisor);
  const divides = whole > 1 && Math.abs(divisor - whole) < 1e-4 * whole;
  return divides ? `${level} ÷ ${whole}` : `${level} × ${formatNumber(rescale)}`;
}
