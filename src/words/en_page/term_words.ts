/** The words of what pages explain beside measures, classes and badges, in English. */
export const TERM_EN = {
  groups: {
    measures: "Measures",
    classes: "Classes",
    orders: "Other orders",
    rule: "Numbers of the rule",
    badges: "Badges",
    numbers: "Numbers",
  },
  kernelOf: (k: string, layer: string) => `Kernel ${k} of ${layer}`,
  mapOf: (k: string, layer: string) => `Map of kernel ${k} of ${layer}`,
  ask: (name: string) => `What is this: ${name}`,
  askChosen: "What is this measure?",
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
