import { plural } from "../quantity.ts";

/** A layer and how far its worst map is off, as texts. */
export interface WorstLayer {
  readonly layer: string;
  readonly error: string;
}

/** How far networks are apart that learned other things, as texts. */
export interface LearnedApart {
  /** The median cosine of their kernels; null where it is not known. */
  readonly cosine: string | null;
  /** The error of the median map. */
  readonly error: string;
}

/** The words of two models, layer by layer, in English. */
export const RANKING_EN = {
  /** The headings: what is worst is said first. */
  differ: (a: string, b: string, [first, ...rest]: readonly [WorstLayer, ...WorstLayer[]]) =>
    `${a} against ${b}: the worst map of ${first.layer} differs by ${first.error}` +
    rest.map(({ layer, error }) => `, of ${layer} by ${error}`).join(""),
  /** Networks that learned other kernels. */
  different: (a: string, b: string, { cosine, error }: LearnedApart) =>
    `${a} against ${b}: different networks, ${
      cosine === null ? "" : `their kernels are unlike (median cosine ${cosine}) and `
    }the median map differs by ${error}`,
  equal: (a: string, b: string) => `${a} against ${b}: no map differs`,
  others: (n: number) => `${plural(n, "more comparison")}`,
  unknown: (a: string, b: string) => `${a} against ${b}: no maps are compared`,
  moved: (layer: string, kernel: number, by: string) =>
    `The kernel that moved furthest is ${kernel} of ${layer}, by ${by}.`,
  unmoved: "No kernel moved.",
  matched: (name: number, order: number) => {
    if (order === 0) return `${plural(name, "layer")} paired by name.`;
    if (name === 0) return `${plural(order, "layer")} paired by order.`;
    return `${plural(name, "layer")} paired by name, ${order} by order.`;
  },
  permuted: (layers: number, kernels: number) =>
    `In ${plural(layers, "layer")} ${plural(kernels, "kernel")} of B stand at other places: ` +
    "they are paired with those they are like.",
  notAlike: "The two do not see the photos alike: maps may differ by that alone.",
  alone: (side: string, layers: readonly string[], more: number) =>
    `Only in ${side}: ${layers.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
  caption:
    "The error of a map is ‖A − B‖ ÷ ‖A‖ over its cells on a photo; SNR is −20 log₁₀ of it. " +
    "Worst: the map and the photo with the largest. Median: over the maps of a layer, each the mean " +
    "of its photos.",
  table: "Layers, those that differ most first",
  scale: "Scale",
  units: { error: "error in %", snr: "SNR in dB" },
  axis: "layer, in the order of the graph",
  worst: "worst map",
  median: "median map",
  columns: {
    layer: "Layer",
    apart: "A − B",
    worst: "Worst map",
    median: "Median",
    moved: "Kernels moved",
  },
  pair: (k: number, other: number, photo: string) =>
    k === other ? `pair ${k} on ${photo}` : `pair ${k} with ${other} on ${photo}`,
  picture: (model: string, layer: string, k: number) => `Map ${k} of ${layer}, ${model}`,
  most: (value: string) => `most ${value}`,
  byOrder: "by order",
  otherPlaces: (kernels: number) => `${plural(kernels, "kernel")} at other places`,
  /** Where maps are compared, if it is not at the convolution's own output. */
  stages: { maps: "own output", activated: "behind the activation" },
  stagesOf: (a: string, b: string) => a === b ? a : `A ${a}, B ${b}`,
  column: (layer: string, worst: string, median: string) =>
    `${layer}: worst map ${worst}, median ${median}`,
};

/** The words of two models, layer by layer. */
export type RankingWords = typeof RANKING_EN;
