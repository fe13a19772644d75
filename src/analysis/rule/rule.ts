import type { CounterExamples } from "./counter_examples.ts";
import type { KernelMeasures, Values } from "../kernel/kernel_measures.ts";
import type { MapAverages } from "../map/map_averages.ts";

/** The measures of kernels that the rule looks at. */
export const KERNEL_MEASURES = [
  "norm",
  "dcGain",
  "lumaGain",
  "chroma",
  "centroid",
  "coherence",
  "bandwidth",
  "separability",
  "sparsity",
  "symmetry",
] as const;

/** The measures of maps that the rule looks at. */
export const COMPARED_MAPS = [
  "mean",
  "std",
  "zeros",
  "entropy",
  "keepsPicture",
  "luma",
  "edges",
] as const;

/** What maps need of the photo, as trials tell it: measures of maps that are compared too. */
export const NEEDS = ["colourDependence", "detailDependence"] as const;

/** What may stand behind a relation of the others. */
export const HELD_FIXED = ["dcGain", "chroma"] as const;

/** A measure of kernels that the rule looks at. */
export type KernelMeasure = typeof KERNEL_MEASURES[number];

/** A measure of maps that the rule looks at. */
export type MapMeasure = typeof COMPARED_MAPS[number];

/** What a map needs of the photo. */
export type Need = typeof NEEDS[number];

/** A measure of kernels that is held fixed while others are compared. */
export type HeldMeasure = typeof HELD_FIXED[number];

/** The measures of the kernels of a layer that the rule looks at, a column a measure. */
export type RuleKernels = Pick<KernelMeasures, KernelMeasure>;

/** The measures of its maps that the rule looks at, averaged over the photos. */
export type RuleMaps = Pick<MapAverages, MapMeasure> & Partial<RuleNeeds>;

/** What its maps need of the photo, averaged over the photos, a column each. */
export type RuleNeeds = Readonly<Record<Need, Values>>;

/** How the measures of the kernels of a layer go with those of their maps. */
export interface Rule {
  /** How many kernels there are. */
  readonly n: number;
  /** How many of them a correlation comes from, where some have no value and are left out. */
  readonly pairs: Readonly<Record<string, number>>;
  /**
   * Spearman's correlations, by `kernel,map`, such as `dcGain,keepsPicture`, and of what maps need:
   * `chroma,colourDependence`, `detailDependence,keepsPicture`.
   */
  readonly spearman: Readonly<Record<string, number>>;
  /** The same with a third measure held fixed, such as `chroma,keepsPicture|dcGain`. */
  readonly partial: Readonly<Record<string, number>>;
  /** The p-values of both, by permutation. */
  readonly p: Readonly<Record<string, number>>;
  /** The strongest of `spearman`, needs apart; null where there is none. */
  readonly strongest: StrongestRelation | null;
  /** Where colour does not tell how much of a map is photo; null where no kernel has a colour. */
  readonly counterExamples: CounterExamples | null;
}

/** A correlation of two measures. */
export interface StrongestRelation {
  /** The measure of kernels. */
  readonly kernel: KernelMeasure;
  /** The measure of maps. */
  readonly map: MapMeasure;
  /** Spearman's correlation of both. */
  readonly spearman: number;
  /** Its p-value, by permutation. */
  readonly p: number;
  /** How many kernels it comes from. */
  readonly n: number;
}

/**
 * Gives the key of a relation in a rule, such as `chroma,keepsPicture|dcGain`; a rule lacks those of
 * measures that it does not look at.
 */
export function keyRelation(kernel: string, map: string, held: string | null = null): string {
  return held === null ? `${kernel},${map}` : `${kernel},${map}|${held}`;
}
