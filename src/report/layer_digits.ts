import type { KernelNumber } from "../analysis/kernel_study.ts";
import type { MapMeasures } from "../analysis/map/map_measures.ts";
import type { Digits } from "./json.ts";

/** What a measure is called in `layer.json`. */
type Measure =
  | Exclude<KernelNumber, "bias">
  | keyof MapMeasures
  | "auc"
  | "classes"
  | "colour"
  | "composed"
  | "balance"
  | "confidence"
  | "correlation"
  | "cosine"
  | "detail"
  | "inputNorm"
  | "leading"
  | "likeness"
  | "limit"
  | "on"
  | "quantiles"
  | "selectivity"
  | "share"
  | "similarity"
  | "strongestShare"
  | "tuning"
  | "weight";

// Within 5e-6 of itself: what sums up float32s in another order is no nearer. What adds up on a page
// (terms, the rest, bias, total) keeps all digits of a float32.
const SIX = 6;

// What is made of sums of sums: the last bits of a composed kernel are another machine's. And what is
// drawn, or told beside a bar.
const FOUR = 4;
// Of curves through a few points.
const THREE = 3;

/** How many significant digits the numbers of `layer.json` have that have fewer than seven. */
export const LAYER_DIGITS: Digits & Readonly<Record<Measure, number>> = {
  min: SIX,
  max: SIX,
  mean: SIX,
  std: SIX,
  zeros: SIX,
  negatives: SIX,
  on: SIX,
  nonFinite: SIX,
  entropy: SIX,
  keepsPicture: SIX,
  turnedPicture: FOUR,
  luma: SIX,
  edges: SIX,
  share: SIX,
  norm: SIX,
  dcGain: SIX,
  lumaGain: SIX,
  chroma: SIX,
  hue: SIX,
  centroid: SIX,
  orientation: SIX,
  coherence: SIX,
  bandwidth: SIX,
  separability: SIX,
  symmetry: SIX,
  ownSymmetry: SIX,
  roundness: SIX,
  waves: SIX,
  sparsity: SIX,
  confidence: SIX,
  similarity: SIX,
  likeness: SIX,
  strongestShare: SIX,
  balance: SIX,
  cosine: SIX,
  auc: FOUR,
  classes: FOUR,
  colour: FOUR,
  composed: FOUR,
  correlation: FOUR,
  detail: FOUR,
  inputNorm: FOUR,
  leading: FOUR,
  limit: FOUR,
  quantiles: FOUR,
  selectivity: FOUR,
  weight: FOUR,
  tuning: THREE,
};
