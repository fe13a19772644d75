import type { MapsOnPhoto } from "../analysis/map/map_condition.ts";
import { findOnPadding, type StandingCell } from "../analysis/map/on_padding.ts";
import { mergeTopCells, type PhotoCell } from "../analysis/map/top_cells.ts";
import { studyTrials, type TriedPhoto } from "../analysis/trial/experiments.ts";
import { TRIALS } from "../analysis/trial/trial.ts";
import type { ExcitedKernels, LayerFinding, MapsFinding } from "../report/finding.ts";
import type { CircuitColumns, LayerExperiments, StrongestColumns } from "../report/layer_report.ts";
import { unpackCells } from "../report/packed_cells.ts";

/** What was found of a layer over all photos. */
export interface OverPhotos extends Pick<LayerFinding, "onPadding"> {
  /** What excites each kernel most; null where no photo ran. */
  readonly excited: ExcitedKernels | null;
  /** The measures on each photo. */
  readonly photos: readonly MapsOnPhoto[];
  /** The inputs that make most of each map, on each photo; null where that is not known. */
  readonly circuits: readonly (CircuitColumns | null)[];
  /** What trials tell of its maps; null where none were run. */
  readonly experiments: LayerExperiments | null;
}

/** Finds what excites a layer over all photos; what was measured is read one photo at a time. */
export function findOverPhotos(maps: readonly MapsFinding[]): OverPhotos {
  let exciting: PhotoCell[][] | null = null;
  let excitingInside: PhotoCell[][] | null = null;
  const photos: MapsOnPhoto[] = [];
  const circuits: (CircuitColumns | null)[] = [];
  const standing: (StandingCell | null)[][] = [];
  for (const { photo, measured } of maps) {
    const { columns, top, topInside } = measured();
    exciting = mergeTopCells(exciting, { photo, top: unpackCells(top) });
    const inside = { photo, top: unpackCells(topInside) };
    excitingInside = mergeTopCells(excitingInside, inside, { last: true });
    photos.push({ measures: columns.channels, activated: columns.activated });
    circuits.push(columns.circuit);
    standing.push(listStanding(columns.strongest));
  }
  const excited = exciting && excitingInside && { exciting, excitingInside };
  return {
    excited,
    onPadding: findOnPadding(standing),
    photos,
    circuits,
    experiments: findExperiments(maps),
  };
}

function findExperiments(maps: readonly MapsFinding[]): LayerExperiments | null {
  const images: string[] = [];
  const photos: TriedPhoto[] = [];
  for (const { photo, tried } of maps) {
    if (tried === null) continue;
    images.push(photo);
    photos.push(tried());
  }
  if (photos.length === 0) return null;
  const trials = TRIALS.filter((trial) => photos.some((changes) => changes[trial] !== null));
  return { images, trials, ...studyTrials(photos) };
}

function listStanding(
  { x, y, value, activated, onPadding }: StrongestColumns,
): (StandingCell | null)[] {
  return value.map((own, k) =>
    own === null ? null : {
      ...{ x: x[k]!, y: y[k]!, value: own },
      activated: activated[k] ?? null,
      onPadding: onPadding[k] ?? null,
    }
  );
}
