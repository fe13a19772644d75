/** The names under which the script writes text or rows, `data-out`. */
export const OUTS = [
  "big-probe",
  "circuit-head",
  "circuit-rest",
  "class",
  "compared",
  "enlarged",
  "exciting-padded",
  "experiments",
  "explained",
  "facets",
  "flags",
  "grid-scale",
  "kernel",
  "kernels-change",
  "kernels-correlation",
  "kernels-cosine",
  "kernels-ratio",
  "label",
  "large",
  "maps-change",
  "maps-correlation",
  "maps-cosine",
  "maps-ratio",
  "matrix-weight",
  "mix-head",
  "mix-said",
  "name-a",
  "name-b",
  "pair",
  "pair-scale",
  "partner",
  "picked",
  "probe",
  "probe-said",
  "problems",
  "range-a",
  "range-after",
  "range-b",
  "range-before",
  "range-shown",
  "reading",
  "reviewed",
  "second-range-a",
  "second-range-b",
  "shown",
  "shown-said",
  "slices",
  "sorted",
  "sum-notes",
  "terms",
  "theme",
  "through",
  "title",
  "tuning",
  "value",
  "value-note",
  "weights-said",
  "with-field",
] as const;

/** The names of tiles that the script lays, `data-tile`. */
export const TILES = [
  "a",
  "after",
  "b",
  "before",
  "big-kernel",
  "big-map",
  "channel",
  "kernel",
  "over",
  "second-a",
  "second-b",
  "sheet",
  "thumb-kernel",
  "thumb-map",
  "wipe-a",
  "wipe-b",
] as const;

/** What a button does, `data-do`. */
export const ACTS = [
  "all",
  "close",
  "copy",
  "enlarge",
  "grids",
  "help",
  "measure",
  "next",
  "pick",
  "previous",
  "reverse",
  "swap",
  "theme",
  "unfold",
] as const;

/** The names of controls. */
export const CONTROLS = [
  "a",
  "ai",
  "b",
  "bi",
  "class",
  "colours",
  "family",
  "kernel",
  "kernels",
  "layout",
  "map",
  "of",
  "photo",
  "q",
  "scale",
  "show",
  "size",
  "sort",
  "stage",
  "verdict",
  "wipe",
] as const;

/** A name under which the script writes. */
export type Out = typeof OUTS[number];

/** A tile that the script lays. */
export type TileName = typeof TILES[number];

/** What a button does. */
export type Act = typeof ACTS[number];

/** A control. */
export type Control = typeof CONTROLS[number];
