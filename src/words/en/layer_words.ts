import { formatCount, plural } from "../quantity.ts";

/** Kernels or maps by their numbers: the first ones, and how many more there are. */
export interface PairNumbers {
  readonly named: readonly number[];
  readonly more: number;
}

/** The padding of a picture, by its sides. */
export interface Sides {
  readonly top: string;
  readonly left: string;
  readonly bottom: string;
  readonly right: string;
}

/** The words of a layer's page, in English. */
export const LAYER_EN = {
  facts: {
    field: (size: string) => `each map cell reads ${size} pixels`,
    fieldWhole: "each map cell reads the whole photo",
    fieldMissing: "what a map cell reads is not known",
    maps: (sizes: string) => `maps ${sizes}`,
    mapsOfSizes: (count: number) => `maps of ${formatCount(count)} sizes`,
    samples: (shown: number, of: number) =>
      `${formatCount(shown)} of ${plural(of, "sample")} shown`,
    firstSample: "the first sample shown",
    stride: (steps: string) => `stride ${steps}`,
    noPadding: "no padding",
    padding: (pads: string) => `padding ${pads}`,
    paddingEnds: (begin: string, end: string) => `padding ${begin} before, ${end} after`,
    paddingSides: ({ top, left, bottom, right }: Sides) =>
      `padding top ${top}, left ${left}, bottom ${bottom}, right ${right}`,
    dilation: (steps: string) => `dilation ${steps}`,
    groups: (count: number) => plural(count, "group"),
    /** What a kernel of a fully connected layer does. */
    weighs: (numbers: number) => `weighs all of ${plural(numbers, "number")}`,
    /** What a kernel of single weights does, by the size of its slices. */
    mixes: (size: string, noun: "map" | "channel", read: number) =>
      `${size}: mixes ${plural(read, noun)}, sees no neighbourhood`,
    mixesInGroups: (size: string, noun: "map" | "channel", read: number) =>
      `${size}: mixes the ${plural(read, noun)} of its group, sees no neighbourhood`,
    scales: (size: string, noun: "map" | "channel") =>
      `${size}: scales one ${noun}, mixes none, sees no neighbourhood`,
  },
  /** What the title of the page says. */
  title: {
    pairs: (layer: string, pairs: number) =>
      pairs === 1
        ? `${layer}: a kernel and its map`
        : `${layer}: ${formatCount(pairs)} kernels and their maps`,
    kernels: (layer: string, kernels: number) => `${layer}: ${plural(kernels, "kernel")}`,
    maps: (layer: string, maps: number) => `${layer}: ${plural(maps, "map")}`,
    of: (layer: string, model: string) => `${layer} · ${model}`,
  },
  lead: {
    nothing: "Neither kernels nor maps could be drawn.",
    kernels: (kernels: number) => `${plural(kernels, "kernel")}, without maps.`,
    maps: (maps: number, photos: string) =>
      `${plural(maps, "map")} on ${photos}, without their kernels.`,
    pairs: (pairs: number, photos: string) =>
      `${pairs === 1 ? "The one kernel" : `Each of the ${formatCount(pairs)} kernels`} ` +
      `stands beside the map it makes, on ${photos}.`,
    photos: (shown: number, all: number) =>
      shown < all ? `${formatCount(shown)} of ${plural(all, "photo")}` : plural(all, "photo"),
    arrays: (shown: number, all: number) =>
      shown < all ? `${formatCount(shown)} of ${plural(all, "array")}` : plural(all, "array"),
    neverOn: (maps: PairNumbers, photos: number) =>
      `${list("Map", maps)} ${isOne(maps) ? "is" : "are"} never on${
        photos === 1 ? "" : ", on any photo"
      }.`,
    alwaysOn: (maps: PairNumbers, photos: number) =>
      `${list("Map", maps)} ${isOne(maps) ? "is" : "are"} on everywhere${
        photos === 1 ? "" : ", on every photo"
      }.`,
    flat: (maps: PairNumbers, photos: number) =>
      `${list("Map", maps)} ${isOne(maps) ? "is" : "are"} constant${
        photos === 1 ? "" : " on every photo"
      }.`,
    onPadding: (padded: number, kernels: number) =>
      kernels === 1
        ? "The strongest cell of the map lies on the padding."
        : `In ${formatCount(padded)} of ${plural(kernels, "kernel")} ` +
          "the strongest cell lies on the padding.",
    notFinite: (maps: PairNumbers) =>
      `${list("Map", maps)} ${isOne(maps) ? "holds" : "hold"} values that are not finite.`,
    twins: (kernels: PairNumbers, otherBias: number) =>
      `${list("Kernel", kernels)} ${isOne(kernels) ? "is" : "are"} nearly the same as another ` +
      `that reads the same channels${tellOtherBias(otherBias)}.`,
    sentence: (words: string) => `${words}.`,
  },
  /** What opens the facts, where they wait behind a button. */
  about: "About this layer",
  seeRule: "See the rule",
  /** What the sentence of the head rests on. */
  numbersBehind: "The numbers behind it",
  provenance: "Where this comes from",
  terms: {
    node: "Node",
    operator: "Operator",
    input: "Input",
    output: "Output",
    followedBy: "Followed by",
    kernels: "Kernels",
    storedAs: "Stored as",
    preprocessing: "Preprocessing",
    runtime: "Runtime",
    files: "Files",
  },
  measuresFile: "the measures, in columns",
};

/** Says how many of some kernels have another bias than those they are like. */
export function tellOtherBias(count: number): string {
  return count === 0 ? "" : `, ${formatCount(count)} of them with another bias`;
}

function isOne({ named, more }: PairNumbers): boolean {
  return named.length + more === 1;
}

function list(noun: "Map" | "Kernel", { named, more }: PairNumbers): string {
  if (more > 0) return `${noun}s ${named.join(", ")} and ${formatCount(more)} more`;
  if (named.length === 1) return `${noun} ${named[0]}`;
  return `${noun}s ${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/** The words of a layer's page. */
export type LayerWords = typeof LAYER_EN;
