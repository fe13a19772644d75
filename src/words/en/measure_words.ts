import { LARGEST_TURNED } from "../../analysis/likeness/largest_turned.ts";
import type { MeasureSection } from "../measure_section.ts";
import { formatCount, plural } from "../quantity.ts";
import { TUNING_MEASURES_EN } from "./tuning_words.ts";

const FREQUENCY = "cycles / pixel";

const EXPERIMENTS: MeasureSection["experiments"] = {
  colourDependence: {
    name: "colour dependence",
    unit: "1 − r²",
    meaning:
      "How far the map is from that of the photo in grey: the share of its variance that no " +
      "straight line through that explains, 0 to 1.",
  },
  colourLoss: {
    name: "colour loss",
    unit: null,
    meaning: "How much of what the map has above 0, behind the activation, goes without colour.",
  },
  detailDependence: {
    name: "detail dependence",
    unit: "1 − r²",
    meaning: "The same for the photo blurred, without what is finer than 8 pixels a cycle.",
  },
  detailLoss: {
    name: "detail loss",
    unit: null,
    meaning:
      "How much of what the map has above 0, behind the activation, goes without that detail.",
  },
  detailPeriod: {
    name: "detail period",
    unit: "pixels / cycle",
    meaning:
      "About how many pixels a cycle of what carries the map has, by two blurs: 4 where all " +
      "is fine, 64 where all is coarse.",
  },
  coarseDependence: {
    name: "coarse dependence",
    unit: "1 − r²",
    meaning: "How far the map is from that of the photo without what is coarser than 32 pixels a " +
      "cycle.",
  },
  coarseLoss: {
    name: "coarse loss",
    unit: null,
    meaning: "How much of what the map has above 0, behind the activation, goes without that.",
  },
  mirrorSymmetry: {
    name: "mirror symmetry",
    unit: "r",
    meaning:
      "How the map of the mirrored photo, mirrored back, goes with the map: 1 where left and " +
      "right are alike to the kernel, −1 where it answers to their difference.",
  },
};

/** The words of measures, in English. */
export const MEASURE_EN: MeasureSection = {
  kernels: {
    norm: {
      name: "norm",
      unit: null,
      meaning: "The root of the sum of the squared weights.",
    },
    bias: {
      name: "bias",
      unit: null,
      meaning: "What the layer adds to every cell of the kernel's map.",
    },
    dcGain: {
      name: "DC gain",
      unit: null,
      meaning:
        "How much of the kernel averages: 0 answers to differences alone, 1 to averages alone.",
    },
    lumaGain: {
      name: "luma gain",
      unit: null,
      meaning: "The DC gain of its luma part alone.",
    },
    chroma: {
      name: "chroma",
      unit: null,
      meaning: "The share of its energy off the grey axis, in the space of the photo's pixels.",
    },
    hue: {
      name: "hue",
      unit: "degrees",
      meaning:
        "The axis of its opponent colours: 0° red–cyan, 60° yellow–blue, 120° green–magenta.",
    },
    centroid: {
      name: "spectral centroid",
      unit: FREQUENCY,
      meaning: "Its mean radial frequency, weighted by power.",
    },
    orientation: {
      name: "orientation",
      unit: "degrees",
      meaning: "Along which way its edges run, counter-clockwise: 0° lies like –, 90° like |; " +
        "in brackets where none leads, which is coherence below 0.18.",
    },
    coherence: {
      name: "coherence",
      unit: null,
      meaning: "How much one orientation leads the others.",
    },
    bandwidth: {
      name: "bandwidth",
      unit: FREQUENCY,
      meaning: "The standard deviation of its radial frequency, weighted by power.",
    },
    separability: {
      name: "separability",
      unit: null,
      meaning: "The share of its energy that is a column times a row in each slice.",
    },
    symmetry: {
      name: "symmetry",
      unit: null,
      meaning: "The share of its energy that a turn by 180° keeps: 1 is even, 0 is odd.",
    },
    ownSymmetry: {
      name: "own symmetry",
      unit: null,
      meaning:
        "The share of its energy that a turn by 180° about the middle of its pattern keeps: " +
        "1 is a line or a spot, 0 is an edge.",
    },
    roundness: {
      name: "roundness",
      unit: null,
      meaning:
        "The share of its energy that is alike all around the middle of its pattern: 1 is a " +
        "spot, with or without a surround.",
    },
    waves: {
      name: "waves",
      unit: null,
      meaning: "How many waves lie across its pattern: about 1.5 in one edge or line, more in " +
        "stripes and checks.",
    },
    sparsity: {
      name: "sparsity",
      unit: null,
      meaning: "The share of its weights below 1 % of the layer's largest.",
    },
    min: { name: "min", unit: null, meaning: "Its smallest finite weight." },
    max: { name: "max", unit: null, meaning: "Its largest finite weight." },
    mean: { name: "mean weight", unit: null, meaning: "The mean of its finite weights." },
    nonFinite: {
      name: "not finite",
      unit: "weights",
      meaning: "How many of its weights are NaN or infinite.",
    },
  },
  maps: {
    keepsPicture: {
      name: "photo share",
      unit: "R²",
      meaning: "How much of the map is photo: the share of its variance that a linear fit of the " +
        "photo's colours explains, 0 to 1.",
    },
    turnedPicture: {
      name: "photo share, turned",
      unit: "R²",
      meaning: "The photo share with the photo turned by 180°: how much comes about by chance, " +
        "most in maps of few cells.",
    },
    luma: {
      name: "luma",
      unit: "|r|",
      meaning: "How closely the map goes with the photo's luma.",
    },
    edges: {
      name: "edges",
      unit: "|r|",
      meaning: "How closely the map goes with the photo's edges.",
    },
    on: {
      name: "cells on",
      unit: null,
      meaning: "The share of the map's cells above 0 after the activation.",
    },
    mean: { name: "map mean", unit: null, meaning: "The mean of the map's finite values." },
    std: {
      name: "map deviation",
      unit: null,
      meaning: "The standard deviation of the map's finite values.",
    },
    zeros: {
      name: "zeros",
      unit: null,
      meaning: "The share of the map's cells that are exactly 0, after the activation if any.",
    },
    negatives: {
      name: "negatives",
      unit: null,
      meaning: "The share of the map's cells below 0.",
    },
    entropy: {
      name: "entropy",
      unit: "bits",
      meaning: "The entropy of the map's values, 0 to 8.",
    },
  },
  experiments: EXPERIMENTS,
  tuning: TUNING_MEASURES_EN,
  columns: {
    kind: {
      name: "class",
      unit: null,
      meaning: "What the kernel is like, by the thresholds above.",
    },
    confidence: {
      name: "confidence",
      unit: null,
      meaning:
        "How far the kernel is from the nearest threshold that decided its class: 0 on it; " +
        "for the class other there is none.",
    },
    nearest: {
      name: "nearest",
      unit: "kernel",
      meaning: "The kernel most like it, or most like its negative, from a cosine of ±0.5 on.",
    },
    similarity: {
      name: "similarity",
      unit: "cosine",
      meaning: "The largest cosine with another kernel, or the most negative; shifted by up to " +
        "two cells, where that brings it to ±0.95.",
    },
    order: {
      name: "likeness order",
      unit: null,
      meaning: "The kernel's place in an order in which like ones stand side by side; of more " +
        `than ${formatCount(LARGEST_TURNED)} kernels, only roughly.`,
    },
  },
  onAfter: (activation) => `cells on after ${activation}`,
  meanMap: (inputs) => `Map, mean of ${inputs}`,
  meanTried: (photos) => `Photo changed, mean of ${photos}`,
  groups: {
    size: "Size",
    shape: "Shape",
    colour: "Colour",
    map: "Map",
    tried: "Photo changed",
    tuned: "On gratings",
  },
  kernel: "kernel",
  table: "Table of measures",
  ofKernels: (kernels) => `All measures of ${plural(kernels, "kernel")}`,
  ofMaps: (maps, over) => `All measures of ${plural(maps, "map")}, ${over}`,
  ofBoth: (kernels, over) =>
    `All measures of ${plural(kernels, "kernel")}, and of their maps ${over}`,
  over: (inputs, count) => count === 1 ? `on ${inputs}` : `averaged over ${inputs}`,
  without: (names) => `Left out, as no kernel here has a value: ${names}.`,
  first: (shown, all) => `Without script the first ${shown} of ${all} kernels stand here.`,
  allDigits: "All kernels with all digits:",
};
