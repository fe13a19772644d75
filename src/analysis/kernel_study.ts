import type { Tensor } from "../tensor/tensor.ts";
import { type AlikeKernels, findAlike } from "./kind/alike_kernels.ts";
import { compareKernels, type Cosines } from "./likeness/cosines.ts";
import { DEAD_NORM, shareOfMedian } from "./kind/dead_kernel.ts";
import { type Duplicates, findDuplicates } from "./likeness/duplicates.ts";
import { classifyKernels, type KernelKinds } from "./kind/kernel_kind.ts";
import {
  type KernelMeasures,
  type KernelMeasuresOptions,
  measureKernels,
  type Values,
} from "./kernel/kernel_measures.ts";
import { findNeighbours, type Neighbours } from "./likeness/neighbours.ts";
import { toPixelSpace } from "./kernel/pixel_space.ts";
import { orderBySimilarity } from "./likeness/similarity_order.ts";
import { measureSliceEnergy, type SliceEnergy } from "./kernel/slice_energy.ts";
import { measureBalance } from "./kernel/weight_balance.ts";

/** A number of each kernel: a measure of its weights, or the bias that goes with it. */
export type KernelNumber = keyof KernelMeasures | "bias";

/** What is known of the kernels of a layer beside their weights. */
export interface KernelStudyOptions extends KernelMeasuresOptions {
  /** What the layer adds to the map of each kernel; null where it adds nothing, or is not known. */
  readonly bias?: ArrayLike<number> | null;
  /** @default {1} */
  readonly group?: number;
}

/** What is found about the kernels of a layer, a column each. */
export interface KernelTraits extends KernelMeasures, KernelKinds, Duplicates, SliceEnergy {
  /** What the layer adds to every cell of the map; null where it adds nothing, or is not known. */
  readonly bias: Values;
  /** How its weights balance: 1 where all are positive, −1 where all are negative. */
  readonly balance: Values;
  /** The place of each kernel in an order in which neighbours are alike, counted from 0. */
  readonly similarityRank: Values;
  /** Those of a depthwise layer that are one filter; null where they are not most of it. */
  readonly alike: AlikeKernels | null;
}

/** All that is found about them. */
export interface KernelStudy extends KernelTraits {
  /** The kernels most and least like each; null where comparing them is too much work. */
  readonly neighbours: Neighbours | null;
}

/** Measures, classifies and compares the kernels [outChannels, inChannels / group, …kernelShape]. */
export function studyKernels(kernels: Tensor, options: KernelStudyOptions = {}): KernelStudy {
  const { image = null, group = 1, bias = null } = options;
  const measures = measureKernels(kernels, options);
  const compared = image === null ? kernels : toPixelSpace(kernels, image);
  const cosines = compareKernels(compared);
  const shares = shareOfMedian(measures.norm);
  const isDead = (k: number): boolean => (shares[k] ?? 0) < DEAD_NORM.at;
  const duplicates = findDuplicates(compared, { cosines, group, isDead });
  const readsImage = image !== null;
  const kinds = classifyKernels(measures, { dims: kernels.dims, readsImage, duplicates });
  return {
    ...measures,
    ...kinds,
    ...duplicates,
    ...measureSliceEnergy(kernels),
    bias: measures.norm.map((_, k) => bias?.[k] ?? null),
    balance: measureBalance(kernels),
    similarityRank: rankBySimilarity(compared, cosines),
    neighbours: cosines && findNeighbours(kernels.dims[0] ?? 0, cosines),
    alike: findAlike(cosines, { dims: kernels.dims, group, measures }),
  };
}

function rankBySimilarity(kernels: Tensor, cosines: Cosines | null): number[] {
  const ranks: number[] = [];
  orderBySimilarity(kernels, { cosines }).forEach((k, rank) => ranks[k] = rank);
  return ranks;
}
