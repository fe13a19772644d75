import type { Values } from "../kernel/kernel_measures.ts";
import type { MapChange } from "./map_change.ts";
import { BLURS, type TrialName } from "./trial.ts";

/** How the maps of a layer changed in each trial on a photo; null where it was not run, or tells nothing. */
export type TriedPhoto = Readonly<Record<TrialName, MapChange | null>>;

/** What the trials tell of a map. */
export type ExperimentMeasure =
  | "colourDependence"
  | "colourLoss"
  | "detailDependence"
  | "detailLoss"
  | "detailPeriod"
  | "coarseDependence"
  | "coarseLoss"
  | "mirrorSymmetry";

/** A measure over the photos that tell it: a column each. */
export interface ExperimentColumns {
  /** The mean over the photos. */
  readonly mean: Values;
  /** The least of a photo; null where one photo alone was tried. */
  readonly least: Values | null;
  /** The most of a photo; null likewise. */
  readonly most: Values | null;
}

/** What trials tell of the maps of a layer. */
export type Experiments = Readonly<Record<ExperimentMeasure, ExperimentColumns>>;

type Formula = (photo: TriedPhoto, k: number) => number | null;

const FORMULAS: Readonly<Record<ExperimentMeasure, Formula>> = {
  colourDependence: ({ grey }, k) => findUnexplained(grey, k),
  colourLoss: ({ grey }, k) => grey?.loss[k] ?? null,
  detailDependence: ({ blurred }, k) => findUnexplained(blurred, k),
  detailLoss: ({ blurred }, k) => blurred?.loss[k] ?? null,
  detailPeriod: findPeriod,
  coarseDependence: ({ withoutCoarse }, k) => findUnexplained(withoutCoarse, k),
  coarseLoss: ({ withoutCoarse }, k) => withoutCoarse?.loss[k] ?? null,
  mirrorSymmetry: ({ mirrored }, k) => mirrored?.correlation[k] ?? null,
};

/** The measures, in the order of their columns. */
export const EXPERIMENT_MEASURES = Object.keys(FORMULAS) as readonly ExperimentMeasure[];

/** Studies what the trials tell of the maps of a layer, over the photos on which they were run. */
export function studyTrials(photos: readonly TriedPhoto[]): Experiments {
  const count = Math.max(0, ...photos.flatMap(countMaps));
  const columns = EXPERIMENT_MEASURES.map((name) => {
    const formula = FORMULAS[name];
    const rows = Array.from(
      { length: count },
      (_, k) => photos.map((photo) => formula(photo, k)).filter((value) => value !== null),
    );
    return [name, spreadOf(rows, photos.length)];
  });
  return Object.fromEntries(columns) as Experiments;
}

function countMaps(photo: TriedPhoto): number[] {
  return Object.values(photo).flatMap((change) => change === null ? [] : change.loss.length);
}

function spreadOf(rows: readonly (readonly number[])[], photos: number): ExperimentColumns {
  const list = (find: (values: readonly number[]) => number): Values =>
    rows.map((values) => values.length === 0 ? null : round(find(values)));
  const mean = list((values) => values.reduce((sum, value) => sum + value) / values.length);
  if (photos < 2) return { mean, least: null, most: null };
  return {
    mean,
    least: list((values) => Math.min(...values)),
    most: list((values) => Math.max(...values)),
  };
}

// No share is known better than that.
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

// 1 − r²: the share of the map's variance that no line through the other map explains.
function findUnexplained(change: MapChange | null, k: number): number | null {
  const r = change?.correlation[k] ?? null;
  return r === null ? null : 1 - r * r;
}

// What is finer than the fine blur leaves, what is coarser than the coarse one, and what lies between
// share the map's variance; each stands for the middle of its octaves.
const PERIODS = { fine: BLURS.fine.period / 2, coarse: 2 * BLURS.coarse.period } as const;

function findPeriod({ blurred, blurredMore }: TriedPhoto, k: number): number | null {
  const [gone, allGone] = [findUnexplained(blurred, k), findUnexplained(blurredMore, k)];
  if (gone === null || allGone === null) return null;
  const coarse = 1 - Math.max(gone, allGone);
  const place = (1 - gone + coarse) / 2; // 0 where all is fine, 1 where all is coarse
  return PERIODS.fine * (PERIODS.coarse / PERIODS.fine) ** place;
}
