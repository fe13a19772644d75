import { formatCount } from "../quantity.ts";

/** The words of the controls of a layer's page, in English. */
export const TOOL_EN = {
  kernels: "Kernels",
  maps: "Feature maps",
  /** Heads the grids where each kernel stands right beside its map. */
  kernelAndMap: "Kernel and map",
  view: "View",
  sort: "Sort by",
  reverse: "Reverse the order",
  index: "index",
  kind: "class",
  likeness: "likeness",
  flags: "flags",
  classes: "Classes",
  filter: "Filter",
  /** How tiles are drawn: their scale, colours, size and layout. */
  looks: "Tiles",
  search: "Search",
  searchHint: "class:spot norm>0.3",
  shown: (shown: string, all: string) => `${shown} of ${all} shown`,
  /** How what is shown is sorted: by which measure, averaged over what, and from where to where. */
  sortedBy: (name: string, photos: string | null, [first, last]: readonly [string, string]) =>
    `by ${name}${photos === null ? "" : `, mean of ${photos}`}: ${first} … ${last}`,
  firstPairs: (shown: string, all: string) =>
    `Without script the first ${shown} of ${all} pairs stand here; the pictures hold all.`,
  /** The chosen pair stays chosen where it is not shown. */
  chosenHidden: (k: string) => `pair ${k} is not among them`,
  showAll: "Show all",
  noneShown: (all: string) => `0 of ${all} shown: no pair fits`,
  stage: "Maps",
  before: (activation: string) => `before ${activation}`,
  after: (activation: string) => `after ${activation}`,
  withAdded: (activation: string, tensor: string) => `${activation}, with ${tensor} added`,
  added: (tensor: string) => `adding ${tensor}`,
  kernelsAs: "Kernels as",
  /** How kernels can stand beside their maps, and what their tiles are then. */
  views: {
    names: {
      weights: "weights",
      composed: "composed",
      leading: "leading",
      mix: "mix",
      slices: "slices",
    },
    composed: "composed down to the pixels: linear path only, activations left out; " +
      "levels in steps of 4",
    /** Of one kernel, or of all: what share of the energy the pattern holds. */
    leading: (share: string, tinted: boolean) =>
      `the pattern that a kernel’s slices have most in common, ${share} of its energy; ` +
      (tinted
        ? "tinted by what it reads, four times as strong"
        : "grey, as the colours of what it reads are not known"),
    strongestIsLight: "zero is mid grey, light where the strongest input is weighed above zero",
    median: (median: string, least: string, most: string) =>
      `${least} to ${most} (median ${median})`,
    midGrey: "zero is mid grey",
    strongest: "four strongest slices each",
    strongestWeights: "eight strongest weights each, as bars",
    /** What is said of a pixel that is no weight. */
    noWeights: "no weight stands here; they can be read in the slices",
  },
  scale: "Scale",
  eachTile: "each tile",
  layer: "layer",
  zero: "zero-centred",
  colour: "Colour",
  grey: "grey",
  viridis: "viridis",
  diverging: "signed ±",
  size: "Size",
  sizes: { s: "S", m: "M", l: "L" },
  as: "As",
  grids: "grids",
  pairs: "pairs",
  theme: "Theme",
  themes: { system: "system", light: "light", dark: "dark" },
  /** The dialog in which a layer is picked. */
  picker: {
    open: "layers",
    heading: "Go to a layer",
    hint: "a part of its name, or its number",
    shown: (shown: number, all: number) =>
      shown === 0 ? "nothing is called so" : `${formatCount(shown)} of ${formatCount(all)}`,
  },
  close: "Close",
  share: "Share",
  shareKey: "Share this view: a picture, a page or a link (e)",
  copied: "Link copied",
  copyByHand: (address: string) => `Copy this address: ${address}`,
  photo: "Photo, as the network saw it",
  array: "Array, as the network got it",
  // What a picture's grey levels or colours stand for, below the grids.
  scales: {
    tile: "each tile has its own range; do not compare brightness",
    layer: (low: string, high: string) => `all tiles share ${low} to ${high}`,
    zero: (most: string) => `all tiles share −${most} to ${most}, zero in the middle`,
  },
  zeroIsPage: "zero is the page’s colour",
  unknownKey: (key: string, near: string | null) =>
    `no measure is named “${key}”${near === null ? "" : `; did you mean “${near}”?`}`,
  unknownFlag: (word: string, near: string | null) =>
    `no class, flag or number is named “${word}”${
      near === null ? "" : `; did you mean “${near}”?`
    }`,
  noNumber: (term: string) => `“${term}” needs a number, such as norm>0.3`,
};

/** The words of the controls of a layer's page. */
export type ToolWords = typeof TOOL_EN;
