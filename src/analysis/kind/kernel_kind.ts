import { decide, type Decision } from "./decision.ts";
import { DEAD_NORM, shareOfMedian } from "./dead_kernel.ts";
import { classifyDeepKernel, type DeepKernelKind } from "./deep_kernel_kind.ts";
import type { Duplicates } from "../likeness/duplicates.ts";
import { classifyImageKernel, type ImageKernelKind } from "./image_kernel_kind.ts";
import type { KernelMeasures, Values } from "../kernel/kernel_measures.ts";
import { compareTo } from "./threshold.ts";

/** What a kernel is like. */
export type KernelKind = "dead" | ImageKernelKind | DeepKernelKind;

/** The classes of the kernels of a layer, in columns. */
export interface KernelKinds {
  /** The class of each kernel. */
  readonly kind: readonly KernelKind[];
  /**
   * How far the kernel is from the nearest of the thresholds that decided, 0 (on it) to 1 (beyond
   * doubt); null where no measure decided.
   */
  readonly confidence: Values;
}

/** What {@linkcode classifyKernels} knows of a layer beside its measures. */
export interface KernelKindOptions {
  /** The dims of the kernels [outChannels, inChannels / group, …kernelShape]. */
  readonly dims: readonly number[];
  /** Whether they read the three channels of an image, in whose space they were measured. */
  readonly readsImage: boolean;
  /** Which of them are most like each other. */
  readonly duplicates: Duplicates;
}

/**
 * Classifies every kernel of a layer: by its looks where it reads the image, else by what it does.
 * A kernel whose norm is next to nothing is dead; one with weights that are not finite is other.
 */
export function classifyKernels(measures: KernelMeasures, options: KernelKindOptions): KernelKinds {
  const each = shareOfMedian(measures.norm).map((share, k): Decision<KernelKind> => {
    if (share === null || measures.nonFinite[k] !== 0) return decide("other", []);
    const alive = compareTo(DEAD_NORM, share);
    return alive.above ? classifyLiving(measures, options, k) : decide("dead", [alive]);
  });
  return {
    kind: each.map(({ kind }) => kind),
    confidence: each.map(({ confidence }) => confidence),
  };
}

function classifyLiving(
  { dcGain, chroma, centroid, coherence }: KernelMeasures,
  { dims, readsImage, duplicates: { likeness } }: KernelKindOptions,
  k: number,
): Decision<KernelKind> {
  if (readsImage) {
    const traits = {
      dcGain: dcGain[k]!,
      chroma: chroma[k]!,
      centroid: centroid[k]!,
      coherence: coherence[k]!,
    };
    return classifyImageKernel(traits, Math.max(...dims.slice(2)));
  }
  const oneSlice = dims[1] === 1;
  return classifyDeepKernel({ dcGain: dcGain[k]!, likeness: likeness[k]!, oneSlice });
}
