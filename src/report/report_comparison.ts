import type { StagePair, TwinMatch } from "../plan/comparison_plan.ts";
import type { Reason } from "../reason/reason.ts";

/**
 * Two models, layer by layer: how far the kernels and maps of `b` are from those of `a`. The numbers
 * of each kernel stand in files of their own.
 */
export interface ReportComparison {
  /** The id of the model that the other is compared with. */
  readonly a: string;
  /** The id of the other. */
  readonly b: string;
  /** The files of its numbers, relative to the report's folder, without `.json` and `.js`. */
  readonly file: string;
  /** Whether both see the photos alike; where not, maps may differ by that alone. */
  readonly seenAlike: boolean;
  /**
   * Whether both learned the same: most of their kernels are next to equal, or else most of their maps
   * are alike. Where not, they are different networks, of which neither is a damaged form of the other.
   */
  readonly learnedAlike: boolean;
  /** The median, over the layers, of their `medianError`; null where none is known. */
  readonly medianError: number | null;
  /** The median, over the layers, of the `medianCosine` of their kernels; null where none is known. */
  readonly medianCosine: number | null;
  /** The layers that go together, in the order of `a`. */
  readonly layers: readonly ReportComparedLayer[];
  /** The ids of the layers of each model that go with none of the other. */
  readonly unmatched: { readonly a: readonly string[]; readonly b: readonly string[] };
}

/**
 * Two layers that go together, and how far the second is from the first. The error of a map is
 * ‖A − B‖ ÷ ‖A‖ over its cells on a photo; its signal-to-noise ratio −20 log₁₀ of that, in decibels,
 * is null where there is no error, so that it is infinite, and where none is known.
 */
export interface ReportComparedLayer {
  /** The id of the layer of `a`. */
  readonly a: string;
  /** The id of the layer of `b`. */
  readonly b: string;
  /** By what they go together: their names, or their order among layers of their shape. */
  readonly matched: TwinMatch;
  /** How their kernels go together: each with that at its place, or some, permuted, with those like them. */
  readonly paired: "place" | "likeness";
  /** How many kernels of `a` go with one at another place. */
  readonly permuted: number;
  /** How many pairs of kernels there are. */
  readonly pairs: number;
  /**
   * Which maps are compared: the convolution's own output, or, where one does behind it what the other
   * has folded into it, what is behind that.
   */
  readonly stages: StagePair;
  /** The ids of the photos on which they are; empty where none are compared. */
  readonly images: readonly string[];
  /** The median, over the kernels, of each one's mean error over the photos; null where none is known. */
  readonly medianError: number | null;
  /** What a tenth of these means is below. */
  readonly lowError: number | null;
  /** What a tenth of these means is above. */
  readonly highError: number | null;
  /** The largest error of a map on a photo. */
  readonly worstError: number | null;
  /** The signal-to-noise ratio of the median error. */
  readonly medianSnr: number | null;
  /** That of the largest error. */
  readonly worstSnr: number | null;
  /** Which map has the largest error; null where none is known. */
  readonly worst: ReportWorstMap | null;
  /** Why no maps are compared, in English; null where some are. */
  readonly mapsMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly mapsReason: Reason | null;
  /** How far kernels have moved; null where they are not compared. */
  readonly kernels: ReportKernelMoves | null;
  /** Why kernels are not compared, in English; null where they are. */
  readonly kernelsMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly kernelsReason: Reason | null;
}

/** The map that differs most. */
export interface ReportWorstMap {
  /** The kernel of `a`, counted from 0. */
  readonly kernel: number;
  /** The kernel of `b` that goes with it. */
  readonly other: number;
  /** The id of the photo. */
  readonly image: string;
}

/** How far the kernels of two layers are apart, ‖A − B‖ ÷ ‖A‖, and their cosines. */
export interface ReportKernelMoves {
  /** The median over the kernels. */
  readonly medianMoved: number | null;
  /** What a tenth of them has moved less than. */
  readonly lowMoved: number | null;
  /** What a tenth of them has moved more than. */
  readonly highMoved: number | null;
  /** The most that one has moved. */
  readonly mostMoved: number | null;
  /** The median of the cosines. */
  readonly medianCosine: number | null;
  /** Which kernel of `a` has moved most, and that of `b` that goes with it; null where none is known. */
  readonly most: { readonly kernel: number; readonly other: number } | null;
}
