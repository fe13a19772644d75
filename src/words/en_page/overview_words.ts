import { formatCount, joinNames, plural } from "../quantity.ts";

/** How much a report holds. */
export interface Holding {
  readonly models: number;
  readonly layers: number;
  readonly kernels: number;
  /** How many photos and arrays, in words. */
  readonly inputs: string;
  readonly pairs: number;
  /** Whether nothing is left out. */
  readonly complete: boolean;
}

/** The words of the first page and of a model's page, in English. */
export const OVERVIEW_EN = {
  holds: ({ models, layers, kernels, inputs, pairs, complete }: Holding) =>
    `${plural(models, "model")}, ${plural(layers, "layer")}, ` +
    `${plural(kernels, "kernel")}, ${inputs}: ` +
    `${plural(pairs, "pair")} of a kernel and the map it makes` +
    `${complete ? ", none left out" : ""}.`,
  model: (layers: number, kernels: number, inputs: string | null) =>
    `${plural(layers, "layer")}, ${plural(kernels, "kernel")}${
      inputs === null ? ", without maps" : `, seen on ${inputs}`
    }.`,
  cards: "Each card: the first kernels and, below, their maps.",
  shown: (shown: number, all: number) =>
    `${formatCount(shown)} of ${formatCount(all)} layers shown.`,
  allLayers: "All layers",
  leftOut: "Left out",
  keepHalf: (half: number, all: number, photos: number) =>
    `${formatCount(half)} of ${plural(all, "map")} at least half photo (R²${
      photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`
    })`,
  notices: {
    /** Layers that show something clear. */
    findings: (n: number, all: number) =>
      `In ${formatCount(n)} of ${plural(all, "layer")} how much of a map is photo goes clearly ` +
      "with a measure of its kernel",
    more: (n: number) => `and ${plural(n, "more layer")}`,
  },
  kernelsNotDrawn: "Kernels not drawn",
  mapsNotDrawn: "Maps not drawn",
  /** What layers of a model lack. */
  lack: (model: string, layers: string, what: string) =>
    `${model}, ${layers}: ${what.toLowerCase()}`,
  layersFrom: (count: number, first: string) => `${formatCount(count)} layers from ${first}`,
  photosSeen: "The photos, as the network saw them",
  photosSeenBy: (models: readonly string[]) => `The photos, as ${joinNames(models)} saw them`,
  arraysSeen: "The arrays, as the network got them",
  arraysSeenBy: (models: readonly string[]) => `The arrays, as ${joinNames(models)} got them`,
  photoSeenBy: (photo: string, model: string) => `${photo}, as ${model} saw it`,
  kernelsOf: (layer: string) => `The kernels of ${layer}`,
  firstKernelsOf: (layer: string) => `The first kernels of ${layer}`,
  mapsOf: (layer: string, photo: string) => `The feature maps of ${layer}, of ${photo}`,
  firstMapsOf: (layer: string, photo: string) => `The first feature maps of ${layer}, of ${photo}`,
  kernelsCounted: (count: number, layer: string) => `${plural(count, "kernel")} of ${layer}`,
  mapsCounted: (count: number) => `their ${plural(count, "map")}`,
  layers: "Layers",
  columns: {
    pictures: "First kernels, their maps below",
    layer: "Layer",
    kernels: "Kernels",
    maps: "Maps",
    pairs: "Pairs",
  },
  provenance: "Where this comes from",
  terms: {
    producer: "Producer",
    opset: "Opset",
    preprocessing: "Preprocessing",
    photoInput: "Input of the photo",
    otherInputs: "Other inputs",
    runtime: "Runtime",
    madeBy: "Made by",
    data: "Data",
  },
  /** So many numbers of the config. */
  numbers: (n: number) => plural(n, "number"),
};

/** The words of the first page and of a model's page. */
export type OverviewWords = typeof OVERVIEW_EN;
