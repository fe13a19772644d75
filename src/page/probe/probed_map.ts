import { findMapsData } from "../../site/layer_data.ts";
import type { LayerPhoto } from "../../report/layer_file.ts";
import type { Size } from "../../raster/raster.ts";
import { findMaps, type PanelContext } from "../pair/panel_context.ts";
import { layoutMap, type MapPixelLayout } from "../tile/pixel_layout.ts";
import type { CellPosition } from "../../site/field/cell.ts";
import { projectCells, type Projection } from "../../site/field/projection.ts";

/** The map that the probe stands on; where it has depths, the rows of each follow those before. */
export interface ProbedMap extends Size {
  readonly k: number;
  readonly photo: LayerPhoto;
  /** Where its cells stand in its picture. */
  readonly layout: MapPixelLayout;
  /** How it lies on the photo; null where that is not known. */
  readonly projection: Projection | null;
}

/** Finds the map of a kernel on a photo. */
export function findProbedMap(
  { data }: PanelContext,
  k: number,
  photo: LayerPhoto,
): ProbedMap {
  const maps = findMaps(data, photo.id);
  const { height, width, space } = maps;
  const projection = projectCells(data.layer, maps);
  const depths = space.slice(0, -2).reduce((product, extent) => product * extent, 1);
  return { k, photo, height: depths * height, width, layout: layoutMap(space), projection };
}

/** The cell that stands for a map, and what is known of it. */
export interface MapPeak extends CellPosition {
  /** In the convolution's own output. */
  readonly value: number;
  /** Behind what follows; null where nothing does. */
  readonly activated: number | null;
  /** Whether it reads padding. */
  readonly onPadding: boolean;
}

/** Finds the cell that stands for a map; null where no cell is finite. */
export function findPeak({ data }: PanelContext, { k, photo }: ProbedMap): MapPeak | null {
  const { x, y, value, activated, onPadding } = findMapsData(data, photo.id)?.strongest ?? {};
  const [column, row, own] = [x?.[k] ?? null, y?.[k] ?? null, value?.[k] ?? null];
  if (column === null || row === null || own === null) return null;
  return {
    row,
    column,
    value: own,
    activated: activated?.[k] ?? null,
    onPadding: onPadding?.[k] ?? false,
  };
}
