/** The words of what pages explain beside measures, classes and badges, in English. */
export const TERM_EN = {
  groups: {
    measures: "Measures",
    classes: "Classes",
    orders: "Other orders",
    rule: "Numbers of the rule",
    rows: "Rows of the network",
    badges: "Badges",
    numbers: "Numbers",
    ranked: "Columns of the layers",
  },
  kernelOf: (k: string, layer: string) => `Kernel ${k} of ${layer}`,
  mapOf: (k: string, layer: string) => `Map of kernel ${k} of ${layer}`,
  ask: (name: string) => `What is this: ${name}`,
  askChosen: "What is this measure?",
  /** Why pages have no cells that are on. */
  inactive: {
    layer: (quantized: boolean) =>
      `No activation follows this layer in the file${
        quantized ? " (quantizing may stand for it)" : ""
      }: which cells are on is not known.`,
    model: (quantized: boolean) =>
      `No activation follows any layer in the file${
        quantized ? " (quantizing may stand for it)" : ""
      }: which cells are on, and which maps never, is not known.`,
  },
  orders: {
    index: "The number of the kernel in the file, from 0; its map has the same number.",
    family: "Kernels whose maps fire at the same places of the photos stand together.",
    flags: "Pairs with something odd come first, such as a kernel nearly the same as another, " +
      "or a map that is never on.",
  },
  rule: {
    spearman: {
      name: "Spearman",
      meaning: "How surely one number rises with another, by their ranks: 1 always, 0 in no way, " +
        "−1 the one rises as the other falls.",
    },
    p: {
      name: "p",
      meaning: "How often the same numbers, shuffled, go together as closely: the smaller, the " +
        "less it looks like chance.",
    },
    partial: {
      name: "held fixed",
      meaning: "The correlation that is left among kernels that are alike in a third measure.",
    },
  },
  /** The rows of a network, and the columns of its layers. */
  rows: {
    side:
      "How many cells a map of the layer has on its longer side, on a logarithmic scale: it halves " +
      "where the network pools or strides.",
    what: "Which part of the layer's kernels looks for edges, spots, textures and so on.",
    photo:
      "How much of the maps is photo: R² of a linear fit of the photo's colours, less that with " +
      "the photo turned by 180°, which comes about by chance.",
    colour: "How far the maps are from those of the photo in grey: 0 the same, 1 nothing left.",
    detail: "How far the maps are from those of the photo blurred: 0 the same, 1 nothing left.",
    on: "The share of a map's cells above 0 behind the activation.",
    never: "The share of the layer's maps that have no cell above 0, on any photo.",
    border:
      "The share of the layer's maps whose strongest cell reads padding instead of the photo " +
      "alone.",
    duplicate: "The share of the layer's kernels nearly the same as another that reads the same " +
      "channels: they could be merged.",
    family:
      "The share of the layer's kernels whose maps fire at the same places as those of others.",
    damage:
      "How far the maps are from those of the model that this one is compared with, as a share " +
      "of these: 0 the same, 0.1 off by a tenth.",
  },
  /** The columns of two models that are compared, and the dots of their chart. */
  ranked: {
    worst: "The map of the layer that is furthest off on a photo, as a share of what it is in A, " +
      "and in decibels.",
    median: "Half of the layer's maps are off by more, half by less, each on average over the " +
      "photos.",
    moved: "How far kernels of B are from those of A, as a share of A: of half of them no more " +
      "than this, and the most of any.",
  },
  compared: {
    cosine: "How alike the two are, whatever their strength: 1 the same up to a factor, 0 " +
      "nothing in common, −1 opposite.",
    correlation:
      "How alike the two are once their means are taken off: 1 the same up to a factor " +
      "and a constant, 0 unrelated, −1 opposite.",
    change: "How far B is from A, as a share of A: 0 the same, 0.1 off by a tenth, 1 as far as " +
      "A is from zero.",
    ratio:
      "How far B is from A in decibels, −20 log₁₀ of ‖A − B‖ ÷ ‖A‖: 20 dB is off by a tenth, 40 dB " +
      "by a hundredth.",
  },
};

/** The words of what pages explain beside measures, classes and badges. */
export type TermWords = typeof TERM_EN;
