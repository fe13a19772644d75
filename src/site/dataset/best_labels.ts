import type { DatasetNumbers } from "../../report/dataset/dataset_columns.ts";

/** A label that a kernel tells from all others. */
export interface BestLabel {
  readonly name: string;
  readonly auc: number;
  /** The mean of its strongest cells in photos of that label. */
  readonly mean: number;
}

/** Lists the labels that kernel k tells from all others best, the best first. */
export function listBestLabels(
  { labels }: Pick<DatasetNumbers, "labels">,
  names: readonly string[] | null,
  k: number,
): readonly BestLabel[] {
  if (labels === null || names === null) return [];
  return (labels.label[k] ?? []).map((label, i) => {
    return { name: names[label]!, auc: labels.auc[k]![i]!, mean: labels.mean[k]![i]! };
  });
}
