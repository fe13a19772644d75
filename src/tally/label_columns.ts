import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { readSum } from "./exact_sums.ts";
import { measureAuc } from "./label_auc.ts";
import { LABEL_BINS } from "./label_bins.ts";
import type { LayerTally } from "./layer_tally.ts";

/** What labels each kernel tells apart, by the strongest cell of each map. */
export interface LabelColumns {
  /**
   * How far the label with the largest mean stands above the mean of those of the others,
   * (a - b) / (a + b), 0 to 1 (Morcos et al. 2018); null where a mean is below 0, or all are 0.
   */
  readonly selectivity: Values;
  /**
   * The labels that each kernel tells from all others best, the best first: places of labels. None
   * that chance may bring about.
   */
  readonly label: readonly (readonly number[])[];
  /**
   * How well: the chance that the strongest cell of a photo of that label is above that of another
   * photo, ties by halves (AUC), 0 to 1.
   */
  readonly auc: readonly (readonly number[])[];
  /** The mean of the strongest cells of each of them. */
  readonly mean: readonly (readonly number[])[];
  /** The mean of those of all photos that have a label. */
  readonly overall: Values;
}

/** How many labels of a kernel are named at most. */
const MOST_NAMED = 5;

/** A label of fewer photos is not looked at: what they have in common may be anything. */
export const LEAST_LABELLED = 5;

// How often chance alone brings a kernel to name a label.
const BY_CHANCE = 0.05;

/** Measures what labels the kernels of a layer tell apart; null where photos have none. */
export function measureLabels(tally: LayerTally): LabelColumns | null {
  const labels = readLabels(tally);
  if (labels.length === 0) return null;
  const known = labels.filter(({ photos }) => photos >= LEAST_LABELLED);
  const all = addBins(labels);
  const kernels = Array.from({ length: tally.kernels }, (_, kernel) => kernel);
  const named = kernels.map((kernel) => nameLabels(kernel, known, all));
  return {
    selectivity: kernels.map((kernel) =>
      measureSelectivity(known.map(({ means }) => means[kernel]!))
    ),
    label: named.map((list) => list.map(({ label }) => label)),
    auc: named.map((list) => list.map(({ value }) => value)),
    mean: named.map((list) => list.map(({ mean }) => mean)),
    overall: kernels.map((kernel) => measureOverall(kernel, labels)),
  };
}

/** A label, and the means of the strongest values of its photos, one a kernel. */
interface ReadLabel {
  readonly label: number;
  readonly photos: number;
  readonly means: Float64Array;
  /** [kernels, {@linkcode LABEL_BINS}]; null where they were not counted. */
  readonly bins: Uint32Array | null;
}

function readLabels({ labels, kernels }: LayerTally): ReadLabel[] {
  return [...labels].sort(([a], [b]) => a - b).map(([label, { photos, sums, bins }]) => ({
    ...{ label, photos, bins },
    means: Float64Array.from({ length: kernels }, (_, kernel) => readSum(sums, kernel) / photos),
  }));
}

function addBins(labels: readonly ReadLabel[]): Float64Array | null {
  const sum = new Float64Array(labels[0]!.bins?.length ?? 0);
  for (const { bins } of labels) {
    if (bins === null) return null;
    for (let at = 0; at < sum.length; at++) sum[at]! += bins[at]!;
  }
  return sum;
}

function measureSelectivity(means: readonly number[]): number | null {
  if (means.length < 2 || means.some((mean) => mean < 0)) return null;
  const most = Math.max(...means);
  const sum = means.reduce((sum, mean) => sum + mean, 0);
  const others = (sum - most) / (means.length - 1);
  return most > 0 ? (most - others) / (most + others) : null;
}

function measureOverall(kernel: number, labels: readonly ReadLabel[]): number {
  const sum = labels.reduce((sum, { means, photos }) => sum + means[kernel]! * photos, 0);
  return sum / labels.reduce((sum, { photos }) => sum + photos, 0);
}

/** A label that a kernel names. */
interface NamedLabel {
  readonly label: number;
  /** The AUC. */
  readonly value: number;
  readonly mean: number;
}

function nameLabels(
  kernel: number,
  labels: readonly ReadLabel[],
  all: Float64Array | null,
): readonly NamedLabel[] {
  if (all === null) return [];
  const cut = <Bins extends Uint32Array | Float64Array>(bins: Bins): Bins =>
    bins.subarray(kernel * LABEL_BINS, (kernel + 1) * LABEL_BINS) as Bins;
  const counts = cut(all);
  // Of so many labels the best is that far above by chance: a normal tail is below exp(-z²/2)/2.
  const least = Math.sqrt(2 * Math.log(labels.length / (2 * BY_CHANCE)));
  return labels.flatMap(({ label, means, bins }): NamedLabel[] => {
    const auc = measureAuc(cut(bins!), counts);
    if (auc === null || auc.deviations < least) return [];
    return [{ label, value: auc.value, mean: means[kernel]! }];
  }).sort((a, b) => b.value - a.value || a.label - b.label).slice(0, MOST_NAMED);
}
