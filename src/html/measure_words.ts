import type { KernelMeasures } from "../analysis/kernel_measures.ts";
import type { MapAverages } from "../analysis/map_averages.ts";
import { formatAngle, formatCount, formatGain, formatNumber, formatShare } from "./format.ts";

/** A measure in words. */
export interface MeasureWords {
  readonly name: string;
  /** Its unit; null where it is a share or a plain number. */
  readonly unit: string | null;
  /** What it is, in one sentence. */
  readonly meaning: string;
  /** Formats one of its values, without the unit unless it is a sign. */
  readonly format: (value: number) => string;
}

const FREQUENCY = "cycles / pixel";

/** The measures of kernels, in the order in which pages show them. */
export const KERNEL_WORDS: Readonly<Record<keyof KernelMeasures, MeasureWords>> = {
  norm: {
    name: "norm",
    unit: null,
    meaning: "The root of the sum of the squared weights.",
    format: formatNumber,
  },
  dcGain: {
    name: "DC gain",
    unit: null,
    meaning:
      "How much of the kernel averages: 0 answers to differences alone, 1 to averages alone.",
    format: formatGain,
  },
  lumaGain: {
    name: "luma gain",
    unit: null,
    meaning: "The DC gain of its luma part alone.",
    format: formatGain,
  },
  chroma: {
    name: "chroma",
    unit: null,
    meaning: "The share of its energy off the grey axis, in the space of the photo's pixels.",
    format: formatShare,
  },
  hue: {
    name: "hue",
    unit: "degrees",
    meaning: "The axis of its opponent colours: 0° red–cyan, 60° yellow–blue, 120° green–magenta.",
    format: formatAngle,
  },
  centroid: {
    name: "spectral centroid",
    unit: FREQUENCY,
    meaning: "Its mean radial frequency, weighted by power.",
    format: formatNumber,
  },
  orientation: {
    name: "orientation",
    unit: "degrees",
    meaning: "Along which way its edges run, counter-clockwise: 0° lies like –, 90° like |.",
    format: formatAngle,
  },
  coherence: {
    name: "coherence",
    unit: null,
    meaning: "How much one orientation leads the others.",
    format: formatShare,
  },
  bandwidth: {
    name: "bandwidth",
    unit: FREQUENCY,
    meaning: "The standard deviation of its radial frequency, weighted by power.",
    format: formatNumber,
  },
  separability: {
    name: "separability",
    unit: null,
    meaning: "The share of its energy that is a column times a row in each slice.",
    format: formatShare,
  },
  symmetry: {
    name: "symmetry",
    unit: null,
    meaning: "The share of its energy that a turn by 180° keeps: 1 is even, 0 is odd.",
    format: formatShare,
  },
  sparsity: {
    name: "sparsity",
    unit: null,
    meaning: "The share of its weights below 1 % of the layer's largest.",
    format: formatShare,
  },
  min: { name: "min", unit: null, meaning: "Its smallest finite weight.", format: formatNumber },
  max: { name: "max", unit: null, meaning: "Its largest finite weight.", format: formatNumber },
  mean: {
    name: "mean weight",
    unit: null,
    meaning: "The mean of its finite weights.",
    format: formatNumber,
  },
  nonFinite: {
    name: "not finite",
    unit: "weights",
    meaning: "How many of its weights are NaN or infinite.",
    format: formatCount,
  },
};

/** The measures of maps, averaged over the photos, in the order in which pages show them. */
export const MAP_WORDS: Readonly<Record<keyof MapAverages, MeasureWords>> = {
  keepsPicture: {
    name: "keeps picture",
    unit: "R²",
    meaning: "How much of the map's variance a linear fit of the photo's channels explains.",
    format: formatShare,
  },
  luma: {
    name: "luma",
    unit: "|r|",
    meaning: "How closely the map goes with the photo's luma.",
    format: formatShare,
  },
  edges: {
    name: "edges",
    unit: "|r|",
    meaning: "How closely the map goes with the photo's edges.",
    format: formatShare,
  },
  mean: {
    name: "map mean",
    unit: null,
    meaning: "The mean of the map's finite values.",
    format: formatNumber,
  },
  std: {
    name: "map deviation",
    unit: null,
    meaning: "The standard deviation of the map's finite values.",
    format: formatNumber,
  },
  zeros: {
    name: "zeros",
    unit: null,
    meaning: "The share of the map's cells that are exactly 0.",
    format: formatShare,
  },
  negatives: {
    name: "negatives",
    unit: null,
    meaning: "The share of the map's cells below 0.",
    format: formatShare,
  },
  entropy: {
    name: "entropy",
    unit: "bits",
    meaning: "The entropy of the map's values, 0 to 8.",
    format: formatShare,
  },
};
