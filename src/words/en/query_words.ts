/** The words of a search: what it can ask, beside classes and measures, in English. */
export const QUERY_EN = {
  /** What keys are called beside their names in the data. */
  keys: {
    class: "class",
    is: "is",
    k: "pair",
    family: "family",
    label: "label",
    review: "review",
    like: "like",
  },
  /** Of its kernel or its map; those of two words as one. */
  flags: {
    zero: "zero",
    neveron: "never-on",
    constant: "constant",
    nonfinite: "not-finite",
    duplicate: "duplicate",
    opposite: "opposite",
    alike: "alike",
    border: "border",
    flat: "flat",
  },
};

/** The words of a search. */
export type QueryWords = typeof QUERY_EN;
