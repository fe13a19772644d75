/** Keys, and what they do. */
export interface KeyWords {
  readonly keys: readonly string[];
  readonly does: string;
}

/** A search, and what it finds. */
export interface SearchWords {
  readonly query: string;
  readonly finds: string;
}

const THEME: KeyWords = { keys: ["t"], does: "theme" };
const PICKER: KeyWords = { keys: ["g"], does: "go to a layer" };
const HELP: KeyWords = { keys: ["?"], does: "this help" };
const CLOSE: KeyWords = { keys: ["Esc"], does: "close" };
const SHARE: KeyWords = { keys: ["e"], does: "share what is shown" };

/** The words of the help that every page has, in English. */
export const HELP_EN = {
  button: "help",
  heading: "How to read this page",
  /** What each kind of page says of itself, a sentence each. */
  reading: {
    index: {
      photo:
        "A convolutional network sees a photo as numbers: red, green and blue, pixel by pixel.",
      kernel: "A kernel is a small pattern of numbers that the network has learned. A layer has " +
        "many of them.",
      map: "Each kernel makes one feature map: how strongly it answers at each place of the photo.",
      layers:
        "A name of a layer leads to all its kernels, each beside its map; a name of a model, " +
        "to the whole network.",
      lacks: "What could not be shown is said, with the reason, where it is missing.",
    },
    model: {
      order: "One network: its layers in the order of its graph, from the photo to the answer.",
      kernel: "Each layer has kernels, small patterns of numbers, …",
      map: "… and each of them makes a feature map, which the next layers read.",
      deeper: "First layers look for edges and colours. Deeper ones read maps instead of pixels, " +
        "and each cell of theirs reads a larger part of the photo.",
      open:
        "A column of the network is a layer: pointing at it shows a pair of it, pressing opens that. The " +
        "table has the same numbers, and is sorted by its heads.",
    },
    layer: {
      kernel: "A kernel of this layer: a small pattern of numbers that the network has learned.",
      reads:
        "Laid over the photo at each place, number times pixel, summed up, it gives one cell …",
      readsMaps:
        "Laid over the maps of layers before at each place, number times cell, summed up, " +
        "it gives one cell …",
      mapsAlone: "This layer's kernels are not drawn: its feature maps stand alone.",
      map: "… of its feature map: light where it answers most, dark where least. Each tile has a " +
        "range of its own, unless the scale says otherwise.",
      noMap: "… of its feature map. Here none is drawn.",
      pair:
        "Kernel and map of one number are a pair. A pair that is pointed at or pressed stands " +
        "in the panel, with all its numbers, on every photo.",
      sort: "Sort, choose classes or search, and look whether like kernels make like maps.",
      dataset:
        "What excites a kernel in a whole dataset stands in the panel, and of all kernels below. " +
        "Sort, choose classes or search, such as on<0.001 for those that are hardly ever on, or " +
        "label:tabby for those that tell such a label from others.",
    },
    compare: {
      ranking:
        "Of two models the layers stand first whose maps differ most: a row leads to the pair that " +
        "differs most, and [ and ] from there to the next row.",
      sides:
        "A and B are two layers, of two models or of one, or one layer on two photos. Kernel k " +
        "of A stands beside kernel k of B, or their maps do.",
      numbers:
        "Cosine and correlation say how alike the two of a pair are; ‖A − B‖ ÷ ‖A‖, how far " +
        "apart.",
      sort: "Sorted by an error or a cosine, the pairs that differ most come first.",
    },
  },
  /** What is said of words that are underlined with dots. */
  about:
    "Words with dots below them, and question marks, explain themselves when they are pointed " +
    "at or pressed.",
  keys: "Keys",
  shortcuts: {
    index: [SHARE, PICKER, THEME, HELP, CLOSE],
    model: [{ keys: ["/"], does: "search the layers" }, SHARE, PICKER, THEME, HELP, CLOSE],
    layer: [
      { keys: ["←", "→"], does: "previous, next pair" },
      { keys: ["↑", "↓"], does: "a row up, down" },
      { keys: ["p", "P"], does: "next, previous photo" },
      { keys: ["s", "S"], does: "sort by the next, previous measure" },
      { keys: ["1", "…", "9"], does: "one class; 0 shows all" },
      { keys: ["/"], does: "search" },
      { keys: ["n"], does: "next pair without a review" },
      { keys: ["r"], does: "before or after the activation" },
      { keys: ["k"], does: "how kernels are shown" },
      { keys: ["l"], does: "scale" },
      { keys: ["c"], does: "colours" },
      { keys: ["z"], does: "size" },
      { keys: ["a"], does: "grids or pairs" },
      { keys: ["Enter"], does: "enlarge; on a class, explain it" },
      {
        keys: ["f"],
        does: "the whole screen, as for a lecture; arrows and a clicker go through what is shown",
      },
      { keys: ["y"], does: "copy the link" },
      SHARE,
      { keys: ["[", "]"], does: "previous, next layer" },
      PICKER,
      THEME,
      HELP,
      { keys: ["Esc"], does: "close, or show all" },
    ],
    compare: [
      { keys: ["←", "→"], does: "previous, next pair" },
      { keys: ["↑", "↓"], does: "a row up, down" },
      { keys: ["p", "P"], does: "next, previous photo" },
      { keys: ["[", "]"], does: "layer before, next layer of the table" },
      { keys: ["x"], does: "swap A and B" },
      { keys: ["v"], does: "side by side, slider, difference" },
      { keys: ["o"], does: "kernels, maps or both" },
      { keys: ["k"], does: "how kernels are shown" },
      { keys: ["r"], does: "before or after the activation" },
      { keys: ["s", "S"], does: "sort by the next, previous measure" },
      { keys: ["l"], does: "scale" },
      { keys: ["y"], does: "copy the link" },
      SHARE,
      PICKER,
      THEME,
      HELP,
      CLOSE,
    ],
  } as Readonly<Record<"index" | "model" | "layer" | "compare", readonly KeyWords[]>>,
  /** What arrows do on pictures. */
  arrows: {
    index: null as string | null,
    model:
      "On the network the arrow keys go from layer to layer and from row to row; Enter opens the pair.",
    layer: "On a map or the photo the arrow keys move the probe, with Shift by five cells.",
    compare:
      "On an enlarged picture the arrow keys move from value to value, with Shift by five; " +
      "on the slider they wipe.",
  },
  search: "How to search",
  queries: {
    lead: "Terms stand side by side and all must hold.",
    examples: [
      { query: "class:spot", finds: "kernels whose class holds the word" },
      { query: 'class:"colour edge"', finds: "words with a space stand in quotes" },
      {
        query: "fires:rarely",
        finds: "the other classes: fires, strongest, inputs, weights, map-shows",
      },
      { query: "norm>0.3", finds: "any measure of the table by its name, with > >= < <= =" },
      { query: "!duplicate", finds: "an exclamation mark excludes" },
      { query: "is:zero", finds: "the kernel: zero, duplicate, opposite, alike" },
      {
        query: "is:never-on",
        finds: "the map: never-on, constant, flat, border; either: nonfinite",
      },
      { query: "family:3", finds: "kernels by the number of their family, in deep layers" },
      {
        query: "label:tabby",
        finds: "classes of a classifier by their words, where they are known",
      },
      { query: "k:3,5,10-20", finds: "pairs by their number" },
      { query: "like:21>0.5", finds: "kernels whose nearest is 21, by its cosine" },
      { query: "review:suspicious", finds: "pairs by their review" },
    ] as readonly SearchWords[],
  },
};

/** The words of the help that every page has. */
export type HelpWords = typeof HELP_EN;
