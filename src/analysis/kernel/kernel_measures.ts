import { summarize } from "../../tensor/summary.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { type KernelShape, measureShape } from "./kernel_shape.ts";
import { measureNorm } from "./norm.ts";
import { type ImageChannels, toPixelSpace } from "./pixel_space.ts";
import { measureSparsity } from "./sparsity.ts";
import { prepareMoments } from "../spectrum/prepared_moments.ts";

/** One value for each kernel or map; null where the measure has no meaning. */
export type Values = readonly (number | null)[];

/** The measures of the kernels of a layer, a column a measure. */
export interface KernelMeasures {
  /** The smallest finite weight. */
  readonly min: Values;
  /** The largest finite weight. */
  readonly max: Values;
  /** The mean of the finite weights. */
  readonly mean: Values;
  /** √(Σ w²) over the finite weights. */
  readonly norm: Values;
  /** How much of the kernel averages: 0 is a pure band-pass, 1 pure averaging. */
  readonly dcGain: Values;
  /** The same of its luma part alone; null where the kernel does not read the image. */
  readonly lumaGain: Values;
  /** The share of energy off the grey axis, 0 to 1; null where it does not read the image. */
  readonly chroma: Values;
  /** The axis of its opponent colours in degrees: 0 red–cyan, 60 yellow–blue, 120 green–magenta. */
  readonly hue: Values;
  /** The mean radial frequency, weighted by power, in cycles per pixel. */
  readonly centroid: Values;
  /** Along which way its edges run, in degrees, counter-clockwise: 0 lies like –, 90 like |. */
  readonly orientation: Values;
  /** How much one orientation leads, 0 to 1. */
  readonly coherence: Values;
  /** The standard deviation of the radial frequency, weighted by power, in cycles per pixel. */
  readonly bandwidth: Values;
  /** The share of energy that is a column times a row in each slice, up to 1. */
  readonly separability: Values;
  /** The share of energy that a turn by 180° keeps: 1 is even, 0 is odd. */
  readonly symmetry: Values;
  /** The same about the middle of its energy: 1 is even (a line), 0 is odd (an edge). */
  readonly ownSymmetry: Values;
  /** The share of energy that is alike all around that middle: 1 is a spot. */
  readonly roundness: Values;
  /** How many waves lie across its pattern, four standard deviations of its energy wide. */
  readonly waves: Values;
  /** The share of weights below 1 % of the layer's largest, 0 to 1. */
  readonly sparsity: Values;
  /** How many weights are NaN or infinite. */
  readonly nonFinite: Values;
}

/** What {@linkcode measureKernels} knows of a layer beside its weights. */
export interface KernelMeasuresOptions {
  /**
   * The image that the kernels read, channel by channel; null for deeper layers, and for images of
   * other than three channels.
   *
   * @default {null}
   */
  readonly image?: ImageChannels | null;
}

/**
 * Measures every kernel of a layer.
 *
 * min, max, mean, norm, sparsity and nonFinite are of the weights as they are stored; the other
 * measures are of the kernel's shape, and are taken in the space of the pixels where the kernels
 * read the image. A kernel with weights that are not finite has no shape: its measures are null.
 *
 * @param kernels The weights [outChannels, inChannels / group, …kernelShape].
 * @param options The image that the kernels read.
 * @returns Columns of one value a kernel.
 * @throws {TypeError} If an image is given and the kernels have other than three channels.
 *
 * @example A kernel of ones
 * ```ts
 * import { measureKernels } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const box = { data: new Float32Array(9).fill(1), dims: [1, 1, 3, 3] };
 * const { norm, dcGain } = measureKernels(box);
 * assert.deepEqual([norm, dcGain], [[3], [1]]);
 * ```
 */
export function measureKernels(
  kernels: Tensor,
  options: KernelMeasuresOptions = {},
): KernelMeasures {
  const { image = null } = options;
  const stored = sliceAll(kernels);
  const summaries = stored.map(({ data }) => summarize(data));
  const largest = summaries.reduce(
    (most, { min, max }) => Math.max(most, -(min ?? 0), max ?? 0),
    0,
  );
  const intact = <Value>(measure: (kernel: Tensor) => Value, from = stored): (Value | null)[] =>
    from.map((kernel, k) => summaries[k]!.nonFinite > 0 ? null : measure(kernel));
  const measureMoments = prepareMoments(kernels.dims);
  const shapes = intact(
    (kernel) => measureShape(kernel, { coloured: image !== null, measureMoments }),
    image === null ? stored : sliceAll(toPixelSpace(kernels, image)),
  );
  return {
    min: summaries.map(({ min }) => min),
    max: summaries.map(({ max }) => max),
    mean: summaries.map(({ mean }) => mean),
    norm: stored.map(({ data }) => measureNorm(data)),
    ...toColumns(shapes),
    sparsity: intact(({ data }) => measureSparsity(data, largest)),
    nonFinite: summaries.map(({ nonFinite }) => nonFinite),
  };
}

function sliceAll(kernels: Tensor): Tensor[] {
  return Array.from({ length: kernels.dims[0] ?? 0 }, (_, k) => sliceAt(kernels, k));
}

function toColumns(
  shapes: readonly (KernelShape | null)[],
): Readonly<Record<keyof KernelShape, Values>> {
  const column = (name: keyof KernelShape) => shapes.map((shape) => shape?.[name] ?? null);
  return {
    dcGain: column("dcGain"),
    lumaGain: column("lumaGain"),
    chroma: column("chroma"),
    hue: column("hue"),
    centroid: column("centroid"),
    orientation: column("orientation"),
    coherence: column("coherence"),
    bandwidth: column("bandwidth"),
    separability: column("separability"),
    symmetry: column("symmetry"),
    ownSymmetry: column("ownSymmetry"),
    roundness: column("roundness"),
    waves: column("waves"),
  };
}
