import type { Cosines } from "../likeness/cosines.ts";
import { LOW_PASS_DC_GAIN } from "./deep_kernel_kind.ts";
import { DUPLICATE_SIMILARITY } from "../likeness/duplicate_similarity.ts";
import type { KernelMeasures } from "../kernel/kernel_measures.ts";

/** Kernels that are one filter, each for a channel of its own. */
export interface AlikeKernels {
  /** The kernel that all of them are like. */
  readonly like: number;
  /** The indices of the kernels, that one among them. */
  readonly kernels: readonly number[];
  /** Whether the filter is a blur: every one of them averages, with weights that add up above 0. */
  readonly blur: boolean;
}

/** What {@linkcode findAlike} knows of a layer beside its cosines. */
export interface AlikeOptions {
  /** The dims of the kernels [out, in / group, …kernelShape]. */
  readonly dims: readonly number[];
  readonly group: number;
  readonly measures: Pick<KernelMeasures, "dcGain" | "mean">;
}

// Of fewer, or of a smaller share, there is nothing to say.
const FEWEST = 8;
const LEAST_SHARE = 0.5;

/**
 * Finds the most kernels of a depthwise layer that are like one of them, in place; null where they
 * are not most of the layer. They are no duplicates, as each reads another channel.
 */
export function findAlike(
  cosines: Cosines | null,
  { dims: [count = 0, slices = 0], group, measures }: AlikeOptions,
): AlikeKernels | null {
  if (cosines === null || group === 1 || slices !== 1) return null;
  const like = findMostLiked(cosines);
  if (like === null) return null;
  const kernels = listLike(cosines, like).map((i) => cosines.directed[i]!);
  if (kernels.length < Math.max(FEWEST, LEAST_SHARE * count)) return null;
  return {
    like: cosines.directed[like]!,
    kernels,
    blur: kernels.every((k) => isBlur(measures, k)),
  };
}

// The first of those that most are like.
function findMostLiked(cosines: Cosines): number | null {
  let [best, most] = [null as number | null, 0];
  for (let i = 0; i < cosines.directed.length; i++) {
    const count = listLike(cosines, i).length;
    if (count > most) [best, most] = [i, count];
  }
  return best;
}

function listLike({ directed, values }: Cosines, i: number): number[] {
  const like: number[] = [];
  for (let j = 0; j < directed.length; j++) {
    if (i === j || values[i * directed.length + j]! >= DUPLICATE_SIMILARITY) like.push(j);
  }
  return like;
}

function isBlur({ dcGain, mean }: AlikeOptions["measures"], k: number): boolean {
  return (dcGain[k] ?? 0) >= LOW_PASS_DC_GAIN.at && (mean[k] ?? 0) > 0;
}
