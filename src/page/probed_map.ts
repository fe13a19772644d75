import type { PhotoData } from "../html/layer_data.ts";
import type { Size } from "../raster/raster.ts";
import { findMaps, type PanelContext } from "./panel_context.ts";
import { type Cell, projectCells, type Projection } from "./probe.ts";

/** The map that the probe stands on. */
export interface ProbedMap extends Size {
  readonly k: number;
  readonly photo: PhotoData;
  /** How it lies on the photo; null where that is not known. */
  readonly projection: Projection | null;
}

/** Finds the map of a kernel on a photo. */
export function findProbedMap(
  { data }: PanelContext,
  k: number,
  photo: PhotoData,
): ProbedMap {
  const { height, width } = findMaps(data, photo.id);
  const projection = projectCells(data.layer.receptiveField, { height, width });
  return { k, photo, height, width, projection };
}

/** Finds the strongest cell of a map without its values; null where that is not known. */
export function findKnownPeak(
  { data: { measures } }: PanelContext,
  { k, photo }: ProbedMap,
): Cell | null {
  const exciting = measures?.exciting ?? null;
  const at = exciting?.image[k]?.indexOf(photo.id) ?? -1;
  return exciting === null || at < 0
    ? null
    : { row: exciting.y[k]![at]!, column: exciting.x[k]![at]! };
}
