import type { ColourContrast, PhotoContrast } from "../../analysis/kind/photo_contrast.ts";
import { tellP } from "../../analysis/rule/p_value.ts";
import type { KernelMeasure, Need } from "../../analysis/rule/rule.ts";
import {
  type ClearReading,
  type Found,
  type FoundNeed,
  isWeak,
  type Question,
  type RuleReading,
} from "../../analysis/rule/rule_reading.ts";
import { formatCorrelation } from "../../analysis/rule/rule_sentence.ts";
import { MEASURE_EN } from "../en/measure_words.ts";
import { formatCount, plural, tellShare } from "../quantity.ts";

/** The numbers behind a finding. */
export interface FindingNumbers {
  readonly reading: ClearReading;
  /** How many kernels the layer has. */
  readonly kernels: number;
  readonly photos: number;
  readonly asked: AskedKernels;
}

/** What was asked, and of which kernels. */
export interface AskedKernels {
  readonly question: Question;
  /** Whether of kernels composed down to the pixels. */
  readonly composed: boolean;
}

/** What of a map goes with a change of the photo, over the maps of a layer. */
export interface LossSpread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The words of what a layer shows, in English. */
export const FINDING_EN = {
  averages: ({ photos, photosOfAverages }: PhotoContrast) =>
    `${
      photosOfAverages === photos ? "Maps" : "Nearly all maps"
    } that still look like the photo come ` +
    "from kernels that average.",
  colour: ({ differences, averages }: ColourContrast) =>
    "Colour by itself does not help: the maps of " +
    `${formatCount(differences.kernels)} coloured edges and the like are ` +
    `${tellShare(differences.mean)} photo on average, those of ${formatCount(averages.kernels)} ` +
    `coloured blobs ${tellShare(averages.mean)}.`,
  tendency: ({ kernel, value }: Found, { question, composed }: AskedKernels) =>
    `${TENDENCIES[kernel]}${composed ? ", composed down to the pixels," : ""} tend to make maps ` +
    `that ${ANSWERS[question](value < 0 ? "less" : "more")}.`,
  /** What goes with the photo where no measure of kernels does. */
  need: ({ need, value }: FoundNeed) =>
    `Maps that need ${NEEDED[need]} more tend to look ${
      value < 0 ? "less" : "more"
    } like the photo.`,
  needNumbers: ({ need, value, p, n }: FoundNeed) =>
    `Rank correlation of how much of a map is photo with ${ASKED[need]}) over ` +
    `${plural(n, "map")}: ${formatCorrelation(value)}, ${tellP(p)}.`,
  /** What becomes of the maps without colour, and without fine detail. */
  tried: (colour: LossSpread | null, detail: LossSpread | null, maps: number, photos: string) =>
    [
      ...colour === null ? [] : [`Without colour ${tellLoss(colour)}`],
      ...detail === null
        ? []
        : [`${colour ? "without" : "Without"} fine detail ${tellLoss(detail)}`],
    ].join("; ") + ` (median and middle half of ${plural(maps, "map")}, tried on ${photos}).`,
  counts: ({ photos, photosOfAverages, averages, all }: PhotoContrast, gain: string) =>
    `Of ${plural(photos, "map")} at least half photo (R² of 0.5 or more), ` +
    `${formatCount(photosOfAverages)} come from the ${formatCount(averages)} of ` +
    `${plural(all, "kernel")} that average (DC gain of ${gain} or more).`,
  numbers: ({ reading, kernels, photos, asked: { question, composed } }: FindingNumbers) => {
    const { lead, control, peer, rival } = reading;
    const over = tellKernels(lead.n, kernels) + (composed ? " composed down to the pixels" : "");
    const mean = photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`;
    return [
      `Rank correlation of ${ASKED[question]}${mean}) over ${over}: ` +
      `${tellMeasure(lead)}, ${tellP(lead.p)}`,
      ...control ? [tellHeld(control)] : [],
      ...peer ? [`${tellMeasure(peer)}, about as strong`] : [],
      ...rival ? [tellMeasure(rival), ...rival.rest ? [tellHeld(rival.rest)] : []] : [],
    ].join("; ") + ".";
  },
  /** The same in few words, for a list of layers. */
  brief: ({ kernel, value }: Found) =>
    `${MEASURE_EN.kernels[kernel].name} ${formatCorrelation(value)}`,
  /** What stands in the rule where there is no finding. */
  none: (reading: Exclude<RuleReading, ClearReading>, kernels: number) => {
    switch (reading.kind) {
      case "none":
        return "No measure of the kernels could be compared with how much of their maps is photo.";
      case "few":
        return `${plural(reading.lead.n, "kernel")} are too few to tell what goes with how much ` +
          "of their maps is photo.";
      case "unclear":
        return "No measure of the kernels clearly goes with how much of their maps is photo. " +
          `The nearest is ${tellMeasure(reading.lead)}, ${tellP(reading.lead.p)}, over ` +
          `${tellKernels(reading.lead.n, kernels)}: ${
            isWeak(reading.lead)
              ? "less than 0.3, which explains less than a tenth of the order."
              : "of up to ten measures, one may come so near by chance."
          }`;
    }
  },
  quad: {
    label: "How much of the maps is photo, by colour and DC gain",
    caption: (photos: number, composed: boolean) =>
      `How much of the maps is photo (R²${
        photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`
      }), by the colour and the DC gain of their kernels${
        composed ? " composed down to the pixels" : ""
      }; a heavy rule: half or more`,
    edges: "Edges and the like",
    blobs: "Blobs",
    grey: "grey",
    coloured: "coloured",
    gainBelow: (gain: string) => `DC gain below ${gain}`,
    gainFrom: (gain: string) => `DC gain of ${gain} or more`,
    chromaBelow: (chroma: string) => `chroma below ${chroma}`,
    chromaFrom: (chroma: string) => `chroma of ${chroma} or more`,
    none: "no kernel",
    one: "R² of 1 kernel",
    mean: (kernels: string, low: string, high: string) =>
      `mean R² of ${kernels}, ${low} to ${high}`,
    without: (kernels: string) => `${kernels} without these measures left out.`,
  },
  groups: {
    heading: "The two groups, most of the photo first",
    photo: "Maps that keep the photo (R² of 0.5 or more)",
    rest: "Maps that keep edges and the like (less)",
  },
  /** What heads the plots. */
  plots: {
    clear: ({ kernel, value }: Pick<Found, "kernel" | "value">, answer: PlottedAnswer) =>
      `${TENDENCIES[kernel]} tend to make maps that ${
        ANSWERS[answer](value < 0 ? "less" : "more")
      }`,
    unclear: (measure: string, map: string) => `No clear relation of ${measure} and ${map}`,
    gone: (measure: string, held: string) =>
      `With ${held} held fixed, nothing clear is left of ${measure}`,
    left: (measure: string, held: string) => `With ${held} held fixed, ${measure} still tells`,
  },
  counter: {
    heading: "Where colour does not tell",
    colour: "Coloured kernels whose maps are hardly photo (R² below 0.1)",
    grey: "Grey kernels whose maps are at least half photo (R² of 0.5 or more)",
    named: (name: string, numbers: string) => `${name}: ${numbers}`,
    none: "none",
  },
  correlations: {
    heading: "Every kernel measure against the maps",
    label: "Correlations",
    caption: (kernels: string, strong: string) =>
      `Spearman's rank correlation over ${kernels}, with p by permutation; ` +
      `${strong} and more in bold`,
    first: "kernel measure",
    fixed: (measure: string) => `${measure} fixed`,
  },
  photos: {
    heading: "On each photo",
    label: "The rule on each photo",
    caption: "Spearman's correlation with how much of a map is photo (R²), on each photo by itself",
    first: "photo",
    held: (measure: string, held: string) => `${measure}, ${held} fixed`,
  },
  caveat: (kernels: string, model: string, over: string) =>
    `Rank correlations over the ${kernels} of one layer of one network (${model}), with maps ` +
    `${over}. They say what goes together here, not what causes what, nor what another network or ` +
    "another input would show.",
};

/** The words of what a layer shows. */
export type FindingWords = typeof FINDING_EN;

/** What of maps is plotted, and answers a question. */
export type PlottedAnswer = Question | "edges";

const ANSWERS: Readonly<Record<PlottedAnswer, (way: "more" | "less") => string>> = {
  keepsPicture: (way) => `look ${way} like the photo`,
  colourDependence: (way) => `need the photo's colours ${way}`,
  detailDependence: (way) => `need the photo's fine detail ${way}`,
  edges: (way) => `follow the photo's edges ${way}`,
};

const NEEDED: Readonly<Record<Need, string>> = {
  colourDependence: "the photo's colours",
  detailDependence: "the photo's fine detail",
};

// Each with a bracket that is open.
const ASKED: Readonly<Record<Question, string>> = {
  keepsPicture: "how much of a map is photo (R²",
  colourDependence: "how much of a map needs colour (1 − r² with the map of the grey photo",
  detailDependence: "how much of a map needs fine detail (1 − r² with the map of the blurred photo",
};

function tellLoss({ low, median, high }: LossSpread): string {
  return `${tellShare(median)} of a map goes, ${tellShare(low)} to ${tellShare(high)}`;
}

const TENDENCIES: Readonly<Record<KernelMeasure, string>> = {
  norm: "Kernels of larger weights",
  dcGain: "Kernels that average more",
  lumaGain: "Kernels that average brightness more",
  chroma: "More coloured kernels",
  centroid: "Kernels of finer patterns",
  coherence: "Kernels in which one orientation leads more",
  bandwidth: "Kernels of a wider band of frequencies",
  separability: "Kernels closer to a column times a row",
  sparsity: "Kernels with more weights next to zero",
  symmetry: "Kernels that a turn by 180° changes less",
};

const GLOSSES: Readonly<Record<KernelMeasure, string>> = {
  norm: "the size of its weights",
  dcGain: "how much a kernel averages",
  lumaGain: "how much it averages brightness",
  chroma: "how coloured it is",
  centroid: "how fine its pattern is",
  coherence: "how much one orientation leads",
  bandwidth: "how wide its band of frequencies is",
  separability: "how close it is to a column times a row",
  sparsity: "how many weights are next to zero",
  symmetry: "how little a turn by 180° changes it",
};

function tellMeasure({ kernel, value }: Found): string {
  const { name } = MEASURE_EN.kernels[kernel];
  return `${name} (${GLOSSES[kernel]}) ${formatCorrelation(value)}`;
}

function tellKernels(n: number, all: number): string {
  return n === all ? plural(all, "kernel") : `${formatCount(n)} of ${plural(all, "kernel")}`;
}

function tellHeld({ held, value }: NonNullable<ClearReading["control"]>): string {
  return `${formatCorrelation(value)} with ${MEASURE_EN.kernels[held].name} held fixed`;
}
