import type { AlikeKernels } from "../../analysis/kind/alike_kernels.ts";
import type { KernelKind } from "../../analysis/kind/kernel_kind.ts";
import { formatCount } from "../quantity.ts";

/** The thresholds of the classes of kernels that read the image, as they are printed. */
export interface ImageThresholds {
  readonly gain: string;
  readonly chroma: string;
  readonly coherence: string;
  readonly centroid: string;
}

/** The words of the classes of kernels, in English. */
export const KIND_EN = {
  names: {
    "grey edge": "grey edge",
    "colour edge": "colour edge",
    "colour blob": "colour blob",
    "grey blob": "grey blob",
    "high frequency": "high frequency",
    duplicate: "duplicate",
    "near-constant": "near-constant",
    "low-pass": "low-pass",
    "band-pass": "band-pass",
    dead: "next to zero",
    other: "other",
  } satisfies Record<KernelKind, string>,
  counted: (count: string, name: string) => `${count} ${name}`,
  /** What most kernels of a depthwise layer are. */
  alike: ({ kernels, blur }: AlikeKernels, all: number) =>
    `${formatCount(kernels.length)} of ${formatCount(all)} depthwise kernels are ` +
    `${blur ? "the same blur" : "nearly the same"}, each on a channel of its own`,
  meanings: {
    dead: (share: string) => `norm below ${share} of the layer's median`,
    constant: (gain: string) => `DC gain of ${gain} or more: even in space`,
    duplicate: (cosine: string) =>
      `cosine of ${cosine} or more with another kernel of the same input channels: ` +
      "but for a factor and the bias, their maps are nearly the same",
    lowPass: (from: string, to: string) =>
      `DC gain from ${from} to ${to}: lets low frequencies pass`,
    bandPass: (gain: string) => `DC gain below ${gain}: holds low frequencies back`,
    rest: "none of these, or with weights that are not finite",
    greyEdge: ({ gain, coherence, chroma }: ImageThresholds) =>
      `DC gain below ${gain}, coherence of ${coherence} or more, chroma below ${chroma}`,
    colourEdge: ({ gain, coherence, chroma }: ImageThresholds) =>
      `DC gain below ${gain}, coherence of ${coherence} or more, chroma of ${chroma} or more`,
    colourBlob: ({ gain, chroma }: ImageThresholds) =>
      `DC gain of ${gain} or more, chroma of ${chroma} or more`,
    greyBlob: ({ gain, chroma }: ImageThresholds) =>
      `DC gain of ${gain} or more, chroma below ${chroma}`,
    highFrequency: ({ gain, centroid }: ImageThresholds) =>
      `DC gain below ${gain}, spectral centroid of ${centroid} cycles / pixel or more; ` +
      "such a kernel is no edge",
    imageRest: ({ gain, coherence }: ImageThresholds) =>
      `DC gain below ${gain}, coherence below ${coherence}, mostly spots in a ring; ` +
      "or weights that are not finite",
  },
  how: "How kernels are classed",
  confidence: "confidence",
  confidenceMeaning:
    "how far the measure that decided lies from the nearest threshold: 0 on it, 1 beyond doubt",
};

/** The words of the classes of kernels, whose names in data stay English. */
export type KindWords = typeof KIND_EN;
