import { decide, type Decision } from "./decision.ts";
import type { KernelShape } from "../kernel/kernel_shape.ts";
import { compareTo, type Threshold } from "./threshold.ts";

/** What a living kernel that reads the image looks like. */
export type ImageKernelKind =
  | "grey blob"
  | "colour blob"
  | "grey edge"
  | "colour edge"
  | "high frequency"
  | "other";

/** The DC gain from which a kernel is a blob: it sees an even surface. */
export const BLOB_DC_GAIN: Threshold = { at: 0.05, doubt: 0.05 };

/** The chroma from which a kernel is coloured: half of its energy. */
export const COLOUR_CHROMA: Threshold = { at: 0.5, doubt: 0.25 };

/** The centroid from which a frequency is high, in cycles per pixel: a wave of 3⅓ pixels. */
export const HIGH_CENTROID: Threshold = { at: 0.3, doubt: 0.05 };

/**
 * How many waves a kernel must hold to be of high frequency, since a plain edge of 3 x 3 pixels is
 * a wave of three.
 */
export const LEAST_WAVES = 1.3;

/** The coherence from which a kernel has an orientation, without which it is no edge. */
export const EDGE_COHERENCE: Threshold = { at: 0.18, doubt: 0.09 };

/** The measures that tell the class of a kernel that reads the image. */
export type ImageKernelTraits = Pick<KernelShape, "dcGain" | "chroma" | "centroid" | "coherence">;

/**
 * Classifies a living kernel that reads the image: a blob sees an even surface; of the others, one
 * of fine waves is of high frequency, one that has an orientation is an edge, and what is left,
 * mostly spots in a ring, is other. So is a kernel without these measures.
 *
 * @param extent The longest side of the kernel, in pixels.
 */
export function classifyImageKernel(
  { dcGain, chroma, centroid, coherence }: ImageKernelTraits,
  extent: number,
): Decision<ImageKernelKind> {
  if (dcGain === null || chroma === null || centroid === null || coherence === null) {
    return decide("other", []);
  }
  const blob = compareTo(BLOB_DC_GAIN, dcGain);
  const coloured = compareTo(COLOUR_CHROMA, chroma);
  if (blob.above) return decide(coloured.above ? "colour blob" : "grey blob", [blob, coloured]);
  const high = compareTo(highCentroid(extent), centroid);
  if (high.above) return decide("high frequency", [blob, high]);
  const oriented = compareTo(EDGE_COHERENCE, coherence);
  if (!oriented.above) return decide("other", [blob, high, oriented]);
  return decide(coloured.above ? "colour edge" : "grey edge", [blob, high, oriented, coloured]);
}

function highCentroid(extent: number): Threshold {
  return { ...HIGH_CENTROID, at: Math.max(HIGH_CENTROID.at, LEAST_WAVES / extent) };
}
