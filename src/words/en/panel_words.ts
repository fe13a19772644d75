import { formatCount, plural } from "../quantity.ts";

/** The weights of a kernel at one place: of one input channel, or of all where none is named. */
interface WeightText {
  readonly channel: string | null;
  readonly values: string;
}

/** The strongest slices of a kernel, and their share of its energy. */
interface FramedText {
  /** None where they are all of the kernel. */
  readonly framed: readonly string[];
  readonly share: string | null;
  /** Whether they stand above, by themselves. */
  readonly above: boolean;
}

/** How many weights of a kernel are marked, and their share of its energy. */
interface MarkedText {
  readonly marked: string;
  readonly share: string | null;
}

/** The words of the panel of one pair, in English. */
export const PANEL_EN = {
  panel: "The chosen pair",
  kernel: "Kernel",
  map: "Map",
  pair: (k: string) => `Pair ${k}`,
  /** A pair whose map stands for a class of the network. */
  labelledPair: (k: string, label: string) => `Pair ${k}: ${label}`,
  previous: "Previous pair",
  next: "Next pair",
  enlarge: "Enlarge",
  lecture: "The whole screen, as for a lecture",
  copy: "Copy the link to this view",
  /** On the button that copies it. */
  link: "link",
  details: "Details",
  sure: (confidence: string) => `confidence ${confidence}`,
  patch: "the pixels it reads there",
  slices: "The same weights, one input channel each",
  /** All weights of a kernel of single weights, of which some are marked. */
  allWeights: (weights: string, { marked, share }: MarkedText) =>
    `All ${weights} weights in the order of the inputs. Marked, the ${marked} strongest` +
    (share === null ? "" : `, with ${share} of the kernel’s energy`),
  allSlices: (slices: string, { framed, share, above }: FramedText) =>
    (slices === "1" ? "Its only slice." : `All ${slices} slices.`) +
    (framed.length === 0
      ? ""
      : ` Framed, the strongest${above ? ", which stand above" : ""}: ${framed.join(", ")}` +
        (share === null ? "" : `; ${share} of the kernel’s energy`)),
  channels: ["red", "green", "blue"] as readonly string[],
  before: (activation: string) => `Before ${activation}`,
  after: (activation: string) => `After ${activation}`,
  withField: "Photo, with the field it reads",
  through: "Photo through the map",
  arrayWithField: "Array, with the field it reads",
  arrayThrough: "Array through the map",
  probeMap: "Feature map. The arrow keys move the probe.",
  probePhoto: "Photo. The arrow keys move the probe.",
  cell: (place: string, value: string) => `${place} = ${value}`,
  cellAlong: (column: string) => `cell ${column}`,
  depth: (depth: string) => `depth ${depth}`,
  cellAlone: (row: string, column: string) => `row ${row}, column ${column}`,
  behind: (activation: string, value: string) => `${value} after ${activation}`,
  reads: (top: string, bottom: string, left: string, right: string) =>
    `reads rows ${top} to ${bottom}, columns ${left} to ${right} of the photo`,
  readsArray: (top: string, bottom: string, left: string, right: string) =>
    `reads rows ${top} to ${bottom}, columns ${left} to ${right} of the array`,
  probe: (facts: readonly string[], notes: readonly string[]) =>
    [`${facts.join("; ")}.`, ...notes].join(" "),
  strongestHint: "Its strongest cell; point at a map or the photo to move the probe.",
  strongestOnMap: "Its strongest cell; point at a map to move the probe.",
  weight: (row: string, column: string, { channel, values }: WeightText) =>
    channel === null
      ? `row ${row}, column ${column}: ${values}`
      : `input ${channel}, row ${row}, column ${column}: ${values}`,
  /** A weight of a matrix; without its value where that is not kept. */
  weightAt: (kernel: string, input: string, value: string | null) =>
    `kernel ${kernel}, input ${input}${value === null ? "" : `: ${value}`}`,
  weightOf: (input: string, value: string) => `input ${input}: ${value}`,
  readWeights: "Kernel. The arrow keys read its weights.",
  noValues: "The values were left out of this report.",
  valuesMissing: "The values could not be loaded.",
  range: (low: string, high: string) => `${low} … ${high}`,
  flat: (value: string) => `flat, ${value}`,
  keeps: (share: string) => `photo share ${share}`,
  measures: (others: string) =>
    others === "0" ? "Measures" : `Measures, against the other ${others}`,
  place: (place: string, all: string) => `${place} of ${all}`,
  ordinal: (n: number) => {
    const ends = { one: "st", two: "nd", few: "rd", other: "th" } as const;
    const rule = new Intl.PluralRules("en", { type: "ordinal" }).select(n);
    return `${formatCount(n)}${ends[rule as keyof typeof ends]}`;
  },
  everyPhoto: "This kernel on every photo, with how much of its map is photo (R²)",
  /** Where maps are not compared with the photo. */
  everyPhotoAlone: "This kernel on every photo",
  everyArray: "This kernel on every array",
  nearest: "Nearest kernels, by cosine",
  opposite: "Most opposite",
  /** What stands there for kernels that are like no other, with the cosine that comes closest. */
  noneNear: {
    nearest: (best: string | null) =>
      best === null ? "none is near" : `none is near (best ${best})`,
    opposite: (best: string | null) =>
      best === null ? "none is opposite" : `none is opposite (best ${best})`,
  },
  /** In place of a rank: an orientation that does not lead. */
  unoriented: "none leads",
  /** What a kernel of single weights mixes: how many of its inputs are shown, and their share. */
  mix: (named: string, all: string, share: string | null) =>
    `What it weighs most: ${named} of ${all} inputs` +
    (share === null ? "" : `, ${share} of its energy`),
  /** What stands below the bars of the weights. */
  mixed: {
    kernels: "Below each weight the kernel that makes its input.",
    maps: (photo: string) => `Below each weight the map that it weighs, on ${photo}.`,
    both: (photo: string) =>
      `Below each weight the kernel that makes its input, and the map that it weighs, on ${photo}.`,
  },
  circuit: (photo: string) => `What it reads, and how much of the map each makes on ${photo}`,
  circuitHeads: { map: "reads map", kernel: "made by", slice: "with slice", share: "share" },
  circuitRest: (named: string, all: string, share: string) =>
    `${named} of ${all} slices, together ${share} of the map’s variance`,
  exciting: "What excites it most, of all photos",
  excitingOfArrays: "What excites it most, of all arrays",
  excitingAt: (photo: string, row: string, column: string, value: string) =>
    `${photo}, row ${row}, column ${column}: ${value}`,
  /** Of the patches that excite a kernel most, some at the end read padding. */
  excitingPadded: (last: number, all: number) =>
    last === all
      ? "All of them lie on the padding."
      : last === 1
      ? "The last one lies on the padding."
      : `The last ${last} lie on the padding.`,
  averaged: (view: string, from: string, to: string) =>
    `${view}; ${from} pixels, averaged to ${to}`,
  viewMissing: (view: string, reason: string) => `${view}. Not drawn: ${reason}`,
  flags: {
    deadKernel: "kernel next to zero, beside the others of the layer",
    duplicate: (other: string, cosine: string, otherBias: boolean) =>
      `duplicate of ${other} (${cosine}), which reads the same channels` +
      `${otherBias ? "; its bias is another" : ""}`,
    opposite: (other: string, cosine: string) => `negative of ${other}${cosine}`,
    deadMap: (behind: string) => `map never on: zero after ${behind} on every photo`,
    constantMap: "map constant on every photo",
    onPadding: "strongest cell of all photos on the padding",
    nonFinite: "map not finite on some photo",
    nonFiniteHere: (count: string) => `${count} values not finite`,
    nonFiniteWeights: (count: string) => `${count} weights not finite`,
  },
  // The name of a pair for those who listen.
  pairName: (k: string, kind: string | null, facts: readonly string[]) =>
    [`Kernel ${k}`, ...(kind === null ? [] : [kind]), ...facts].join(", "),
  fact: (name: string, value: string) => `${name} ${value}`,
  /** What is said of a kernel that stands in a family. */
  member: (family: number, others: number) =>
    `Family ${family}: its map goes with those of ${plural(others, "other kernel")}.`,
  // The table of measures is made when it is opened.
  table: "All measures",
};

/** The words of the panel of one pair. */
export type PanelWords = typeof PANEL_EN;
