import { type Families, findFamilies, LEAST_CELLS } from "../analysis/family/families.ts";
import { joinMaps } from "../analysis/family/joined_maps.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { compareKernels, type Cosines } from "../analysis/likeness/cosines.ts";
import { maxIndex } from "../tensor/d3_array.ts";
import type { Moments } from "./kernel_moments.ts";
import type { LayerTally } from "./layer_tally.ts";
import { findMerged } from "./merged_kernels.ts";

/** Which kernels go together, by the means of their maps on the photos that are kept for themselves. */
export interface DatasetLikeness {
  /** How many photos. */
  readonly photos: number;
  /** The kernel that goes best with each; null where its means are all the same. */
  readonly kernel: readonly (number | null)[];
  /** The correlation of their means (Pearson). */
  readonly correlation: Values;
  /** Families of kernels whose maps go together; null where that is not known. */
  readonly families: Families | null;
  /** Kernels whose maps are the same in all that was counted, a list a set. */
  readonly merged: readonly (readonly number[])[];
}

/**
 * Compares the kernels of a layer by the means of their maps; null where too few photos were kept to
 * tell, or kernels are too many to compare.
 *
 * @param moments Those of its kernels.
 */
export function compareMeans(
  tally: LayerTally,
  moments: readonly (Moments | null)[],
): DatasetLikeness | null {
  if (tally.sampled.size < LEAST_CELLS) return null;
  const photos = [...tally.sampled].sort(([a], [b]) => a - b)
    .map(([, { means }]) => ({ data: means, dims: [tally.kernels, 1] }));
  const compared = compareKernels(joinMaps(photos));
  if (compared === null) return null;
  const best = listBest(tally.kernels, compared);
  return {
    photos: photos.length,
    kernel: best.map((each) => each?.kernel ?? null),
    correlation: best.map((each) => each?.correlation ?? null),
    families: findFamilies(photos),
    merged: findMerged(tally, moments),
  };
}

/** A kernel, and how well another goes with it. */
interface AlikeKernel {
  readonly kernel: number;
  readonly correlation: number;
}

function listBest(count: number, { directed, values }: Cosines): (AlikeKernel | null)[] {
  const best = Array.from({ length: count }, (): AlikeKernel | null => null);
  for (const [i, kernel] of directed.entries()) {
    const row = values.slice(i * directed.length, (i + 1) * directed.length);
    row[i] = -Infinity;
    const at = maxIndex(row);
    if (directed.length < 2) continue;
    best[kernel] = { kernel: directed[at]!, correlation: Math.max(-1, Math.min(1, row[at]!)) };
  }
  return best;
}
