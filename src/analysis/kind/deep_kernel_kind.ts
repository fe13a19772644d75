import { decide, type Decision } from "./decision.ts";
import { DUPLICATE_SIMILARITY } from "../likeness/duplicate_similarity.ts";
import { compareTo, type Threshold } from "./threshold.ts";

/** What a living kernel of a deeper layer is like. */
export type DeepKernelKind = "duplicate" | "near-constant" | "low-pass" | "band-pass" | "other";

/** The similarity from which a kernel has a duplicate. */
export const DUPLICATE: Threshold = { at: DUPLICATE_SIMILARITY, doubt: 1 - DUPLICATE_SIMILARITY };

/** The DC gain from which a kernel is even in space: nine tenths of its energy. */
export const CONSTANT_DC_GAIN: Threshold = { at: 0.95, doubt: 0.05 };

/** The DC gain from which a kernel of one slice lets low frequencies pass. */
export const LOW_PASS_DC_GAIN: Threshold = { at: 0.5, doubt: 0.25 };

/** The DC gain below which a kernel of one slice holds low frequencies back. */
export const BAND_PASS_DC_GAIN: Threshold = { at: 0.1, doubt: 0.1 };

/** The facts that tell the class of a kernel of a deeper layer. */
export interface DeepKernelTraits {
  readonly dcGain: number | null;
  /** The largest cosine with another kernel of the same input channels; null where there is none. */
  readonly likeness: number | null;
  /** Whether it reads one channel, as in a depthwise layer, and so is a filter. */
  readonly oneSlice: boolean;
}

/**
 * Classifies a living kernel of a deeper layer: one that is like another of the same input channels
 * is a duplicate, one that is even in space is near-constant. A kernel of one slice is a filter,
 * low-pass or band-pass.
 */
export function classifyDeepKernel(
  { dcGain, likeness, oneSlice }: DeepKernelTraits,
): Decision<DeepKernelKind> {
  const twin = likeness === null ? [] : [compareTo(DUPLICATE, likeness)];
  if (twin[0]?.above) return decide("duplicate", twin);
  if (dcGain === null) return decide("other", twin);
  const constant = compareTo(CONSTANT_DC_GAIN, dcGain);
  if (constant.above) return decide("near-constant", [...twin, constant]);
  if (!oneSlice) return decide("other", [...twin, constant]);
  const lowPass = compareTo(LOW_PASS_DC_GAIN, dcGain);
  if (lowPass.above) return decide("low-pass", [...twin, constant, lowPass]);
  const middle = compareTo(BAND_PASS_DC_GAIN, dcGain);
  return middle.above
    ? decide("other", [...twin, lowPass, middle])
    : decide("band-pass", [...twin, middle]);
}
