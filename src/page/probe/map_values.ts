import { nameMapValues } from "../../plan/value_files.ts";
import { rectifyTile } from "../../tensor/rectify.ts";
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
  { data, root, files: { loadTile } }: PanelContext,
  { k, photo }: ProbedMap,
): Promise<MapValues | null> {
  const { values, activated, activatedValues } = findMaps(data, photo.id);
  if (values === null) return null;
  const path = `${data.model.id}/${data.layer.id}`;
  const nameFolder = (kind: "maps" | "activated") => nameMapValues(path, kind, photo.id);
  const before = await loadTile({ root, folder: nameFolder("maps"), values }, k);
  if (!activated) return { before, after: null };
  const after = activatedValues
    ? await loadTile({ root, folder: nameFolder("activated"), values: activatedValues }, k)
    : rectifyTile(before);
  return { before, after };
}
