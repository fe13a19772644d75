import type { PlacedNumbers } from "../../site/compare/placed_numbers.ts";
import { rectifyTile } from "../../tensor/rectify.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { ReportFiles } from "./report_files.ts";

/** A map with its extent. */
export interface PlacedMap {
  readonly tile: Tile;
  readonly space: readonly number[];
}

/**
 * Loads the maps of A and B whose places a canvas of the page tells in JSON; null where one is not to be
 * had. `root` leads to the report's folder.
 */
export async function loadPlacedMaps(
  context: MapsContext,
  { dataset }: HTMLElement,
): Promise<readonly [PlacedMap, PlacedMap] | null> {
  const [a, b] = [loadMap(context, dataset.apartA!), loadMap(context, dataset.apartB!)];
  return await Promise.all([a, b]).catch(() => null);
}

interface MapsContext {
  readonly files: ReportFiles;
  readonly root: string;
}

async function loadMap({ files, root }: MapsContext, text: string): Promise<PlacedMap> {
  const { folder, values, k, rectified }: PlacedNumbers = JSON.parse(text);
  const tile = await files.loadTile({ root, folder, values }, k);
  return { tile: rectified ? rectifyTile(tile) : tile, space: values.dims.slice(1) };
}
