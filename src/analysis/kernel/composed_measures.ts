import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Values } from "./kernel_measures.ts";
import { measureSeen, type SeenShape, type ShapeOptions } from "./kernel_shape.ts";
import { type ImageChannels, toPixelSpace } from "./pixel_space.ts";
import { prepareMoments } from "../spectrum/prepared_moments.ts";

/** A measure of composed kernels. */
export type ComposedMeasure =
  | "dcGain"
  | "lumaGain"
  | "chroma"
  | "hue"
  | "centroid"
  | "orientation"
  | "coherence"
  | "bandwidth"
  | "symmetry"
  | "ownSymmetry"
  | "roundness"
  | "waves";

/** The measures of composed kernels, as those of kernels that read the photo, a column a measure. */
export type ComposedMeasures = Readonly<Record<ComposedMeasure, Values>>;

/** What is known of composed kernels beside their pixels. */
export interface ComposedOptions {
  /** The image that they answer to; null where it has other than three channels. */
  readonly image: ImageChannels | null;
  /** How many pixels of the photo each of theirs stands for, along an axis. */
  readonly step: number;
}

/**
 * Measures kernels composed down to the pixels, of the linear path alone, in the space of the
 * photo's pixels. Where they are averaged to fewer pixels, what is finer is left out, and
 * frequencies are those of the photo.
 *
 * @param kernels [kernels, channels, height, width].
 */
export function measureComposed(
  kernels: Tensor,
  { image, step }: ComposedOptions,
): ComposedMeasures {
  const pixels = image === null ? kernels : toPixelSpace(kernels, image);
  const measureMoments = prepareMoments(pixels.dims);
  const rows = Array.from({ length: pixels.dims[0] ?? 0 }, (_, k) => {
    return measureOne(sliceAt(pixels, k), { coloured: image !== null, step, measureMoments });
  });
  return toColumns(rows);
}

function toColumns(rows: readonly (SeenShape | null)[]): ComposedMeasures {
  const column = (name: ComposedMeasure): Values => rows.map((row) => row?.[name] ?? null);
  return {
    dcGain: column("dcGain"),
    lumaGain: column("lumaGain"),
    chroma: column("chroma"),
    hue: column("hue"),
    centroid: column("centroid"),
    orientation: column("orientation"),
    coherence: column("coherence"),
    bandwidth: column("bandwidth"),
    symmetry: column("symmetry"),
    ownSymmetry: column("ownSymmetry"),
    roundness: column("roundness"),
    waves: column("waves"),
  };
}

/** How a composed kernel is measured. */
interface Measuring extends ShapeOptions {
  readonly step: number;
}

// Null for one that no pixel changes, or whose numbers are not finite.
function measureOne(kernel: Tensor, { step, ...options }: Measuring): SeenShape | null {
  if (!hasShape(kernel.data)) return null;
  const shape = measureSeen(kernel, options);
  const perPixel = (frequency: number | null): number | null => frequency && frequency / step;
  return { ...shape, centroid: perPixel(shape.centroid), bandwidth: perPixel(shape.bandwidth) };
}

// Whether all weights are finite, and not all of them 0.
function hasShape(weights: Float32Array): boolean {
  let size = 0;
  for (let i = 0; i < weights.length; i++) size += Math.abs(weights[i]!);
  return size > 0 && size < Infinity;
}
