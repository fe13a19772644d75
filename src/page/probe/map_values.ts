import { openMapValues } from "../files/layer_values.ts";
import { findMaps, type PanelContext } from "../pair/panel_context.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { ProbedMap } from "./probed_map.ts";

/** The values of one map: the convolution's own, and those behind what follows. */
export interface MapValues {
  readonly before: Tile;
  /** Null where nothing follows. */
  readonly after: Tile | null;
}

/** Loads the values of a map; null where they were left out of the report. */
export async function loadMapValues(
  context: PanelContext,
  { k, photo }: ProbedMap,
): Promise<MapValues | null> {
  const maps = findMaps(context.data, photo.id);
  const before = await openMapValues(context, maps, "before")?.(k) ?? null;
  if (before === null) return null;
  const after = maps.activated ? await openMapValues(context, maps, "after")!(k) : null;
  return { before, after };
}
