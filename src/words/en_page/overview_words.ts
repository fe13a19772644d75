import type { What } from "../../analysis/class/what.ts";
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

/** A kernel among those of its layer. */
export interface OneKernel {
  readonly kernels: number;
  /** Its size, such as `11 × 11 × 3`. */
  readonly size: string;
  /** What it looks for, in words; null where that is nothing that has a name. */
  readonly seeks: string | null;
}

const SEEKS: Readonly<Record<What, string | null>> = {
  edge: "an edge",
  line: "a line",
  spot: "a spot",
  "colour edge": "an edge between colours",
  "colour spot": "a spot of colour",
  texture: "a texture",
  even: "evenness",
  mixed: null,
  dead: null,
  other: null,
};

/** The words of the first page and of a model's page, in English. */
export const OVERVIEW_EN = {
  /** A photo, a kernel and its map, for whoever sees such for the first time. */
  trio: {
    label: "A photo, a kernel and its map",
    photo: (model: string) =>
      `A photo, as ${model} sees it: numbers, three for each pixel, its red, green and blue.`,
    greyPhoto: (model: string) => `A photo, as ${model} sees it: numbers, one for each pixel.`,
    array: (model: string) => `An array, as ${model} gets it: numbers on a grid.`,
    kernel: ({ kernels, size, seeks }: OneKernel) =>
      `${kernels === 1 ? "The one pattern" : `One of ${formatCount(kernels)} patterns`} ` +
      `of ${size} numbers that the network has learned${
        seeks === null ? "" : `; it looks for ${seeks}`
      }.`,
    seeks: SEEKS,
    map: (size: string) =>
      `Its feature map, ${size} cells: the kernel laid on the photo place by place. Light where ` +
      "the photo looks most like it, dark where least.",
    deepMap: (size: string) =>
      `Its feature map, ${size} cells: what the kernel answers, place by place. Light where it ` +
      "answers most, dark where least.",
  },
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
  /** The photos that were measured and not drawn. */
  dataset: {
    heading: "The dataset",
    said: (photos: number, bytes: string, labels: number | null) =>
      `Kernels were measured on ${plural(photos, "photo")} more, ${bytes}` +
      (labels === null ? "" : `, with ${plural(labels, "label")}`) +
      ": the panel of a pair tells what its kernel answers to in them.",
    broken: (photos: number) => `${plural(photos, "photo")} of these could not be measured`,
    more: (entries: string) => `And ${entries} more in`,
  },
  notices: {
    reduced: ({ layers, of, numbers }: ReducedWords): string =>
      "This file is small: pictures have lost what is hardly seen, " +
      (numbers
        ? "and numbers are off by 0.2 % of the range of their kernel or map at most"
        : "and there is no room for the numbers behind them") +
      (layers < of ? `; of ${of} layers ${layers} are here, evenly spread` : ""),
    /** Layers that show something clear. */
    findings: (n: number, all: number) =>
      `In ${formatCount(n)} of ${plural(all, "layer")} how much of a map is photo goes clearly ` +
      "with a measure of its kernel",
    /** Layers whose page shows what excites their kernels in a dataset. */
    walls: (photos: number) => `What excites kernels most in ${plural(photos, "photo")}`,
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
  firstKernelsOf: (layer: string) => `The first kernels of ${layer}`,
  firstMapsOf: (layer: string, photo: string) => `The first feature maps of ${layer}, of ${photo}`,
  layers: "Layers",
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

interface ReducedWords {
  readonly layers: number;
  readonly of: number;
  readonly numbers: boolean;
}
