import type { MeasureSection } from "../measure_section.ts";
import { plural } from "../quantity.ts";
import { TUNING_MEASURES_EN } from "./tuning_words.ts";

const FREQUENCY = "cycles / pixel";

const EXPERIMENTS: MeasureSection["experiments"] = {
  colourDependence: { name: "colour dependence", unit: "1 − r²" },
  colourLoss: { name: "colour loss", unit: null },
  detailDependence: { name: "detail dependence", unit: "1 − r²" },
  detailLoss: { name: "detail loss", unit: null },
  detailPeriod: { name: "detail period", unit: "pixels / cycle" },
  coarseDependence: { name: "coarse dependence", unit: "1 − r²" },
  coarseLoss: { name: "coarse loss", unit: null },
  mirrorSymmetry: { name: "mirror symmetry", unit: "r" },
};

const DATASET: MeasureSection["dataset"] = {
  onPhotos: { name: "on in the dataset", unit: null },
  onCells: { name: "dataset cells on", unit: null },
  mean: { name: "dataset mean", unit: null },
  deviation: { name: "dataset deviation", unit: null },
  min: { name: "dataset min", unit: null },
  max: { name: "dataset max", unit: null },
  selectivity: { name: "label selectivity", unit: null },
  auc: { name: "best label", unit: "AUC" },
  likest: { name: "likest in the dataset", unit: "r" },
  colour: { name: "dataset colour dependence", unit: "1 − r²" },
  detail: { name: "dataset detail dependence", unit: "1 − r²" },
};

/** The words of measures, in English. */
export const MEASURE_EN: MeasureSection = {
  kernels: {
    norm: { name: "norm", unit: null },
    bias: { name: "bias", unit: null },
    dcGain: { name: "DC gain", unit: null },
    lumaGain: { name: "luma gain", unit: null },
    chroma: { name: "chroma", unit: null },
    hue: { name: "hue", unit: "degrees" },
    centroid: { name: "spectral centroid", unit: FREQUENCY },
    orientation: { name: "orientation", unit: "degrees" },
    coherence: { name: "coherence", unit: null },
    bandwidth: { name: "bandwidth", unit: FREQUENCY },
    separability: { name: "separability", unit: null },
    symmetry: { name: "symmetry", unit: null },
    ownSymmetry: { name: "own symmetry", unit: null },
    roundness: { name: "roundness", unit: null },
    waves: { name: "waves", unit: null },
    sparsity: { name: "sparsity", unit: null },
    min: { name: "min", unit: null },
    max: { name: "max", unit: null },
    mean: { name: "mean weight", unit: null },
    nonFinite: { name: "not finite", unit: "weights" },
  },
  maps: {
    keepsPicture: { name: "photo share", unit: "R²" },
    turnedPicture: { name: "photo share, turned", unit: "R²" },
    luma: { name: "luma", unit: "|r|" },
    edges: { name: "edges", unit: "|r|" },
    on: { name: "cells on", unit: null },
    mean: { name: "map mean", unit: null },
    std: { name: "map deviation", unit: null },
    zeros: { name: "zeros", unit: null },
    negatives: { name: "negatives", unit: null },
    entropy: { name: "entropy", unit: "bits" },
  },
  experiments: EXPERIMENTS,
  tuning: TUNING_MEASURES_EN,
  dataset: DATASET,
  columns: {
    class: { name: "class", unit: null },
    confidence: { name: "confidence", unit: null },
    nearest: { name: "nearest", unit: "kernel" },
    similarity: { name: "similarity", unit: "cosine" },
    likeness: { name: "likeness order", unit: null },
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
    dataset: "In the dataset",
  },
  inDataset: (photos) => `In ${photos} of the dataset`,
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
