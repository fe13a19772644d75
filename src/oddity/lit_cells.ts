import type { DatasetColumns } from "../report/dataset/dataset_columns.ts";
import type { MapsReport } from "../report/layer_report.ts";
import type { OddLayer } from "./odd_layer.ts";
import { findQuantile } from "./quantile.ts";

/** Counts the cells that a channel has over all photos. */
export function countCells(maps: readonly MapsReport[]): number {
  return maps.reduce((sum, { height, width }) => sum + height * width, 0);
}

/** How a layer whose activation sends what is below 0 to 0 answers to the photos. */
export interface Rectified {
  /** In which share of its cells the layer's median map is on. */
  readonly usual: number;
  /** In how many cells, over all photos. */
  readonly lit: number;
}

/**
 * Finds how much of a layer is on where its activation sends what is below 0 to 0: some cells are
 * exactly 0 there, and none is below. Null of other activations, and where it cannot be told. Where a
 * dataset was measured it tells that, in place of the few photos that are drawn.
 */
export function findRectified({ measures, maps }: OddLayer): Rectified | null {
  const { activity, dataset } = measures;
  if (dataset !== null) return findRectifiedIn(dataset);
  const usual = activity && findQuantile(activity.on);
  if (activity === null || usual === null) return null;
  const behind = maps.map(({ activated }) => activated).filter((each) => each !== null);
  const below = behind.some(({ negatives }) => negatives.some((share) => (share ?? 0) > 0));
  const zero = activity.zeros.some((share) => share !== null && share > 0 && share < 1);
  return below || !zero ? null : { usual, lit: usual * countCells(maps) };
}

function findRectifiedIn({ onCells, min, max, cells }: DatasetColumns): Rectified | null {
  const usual = findQuantile(onCells);
  const below = min.some((least) => least !== null && least < 0);
  const zero = min.some((least, k) => least === 0 && max[k]! > 0);
  return usual === null || below || !zero ? null : { usual, lit: usual * cells };
}
