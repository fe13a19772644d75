import type { PlacedNumbers } from "../../site/compare/placed_numbers.ts";
import { rectifyTile } from "../../tensor/rectify.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { ReportFiles } from "./report_files.ts";

/** A map with its extent. */
export interface PlacedMap {
  readonly tile: Tile;
  readonly space: readonly number[];
}

/** Loads the numbers of a map whose place a page tells in JSON; `root` leads to the report's folder. */
export async function loadPlacedMap(
  { files, root }: { readonly files: ReportFiles; readonly root: string },
  text: string,
): Promise<PlacedMap> {
  const { folder, values, k, rectified }: PlacedNumbers = JSON.parse(text);
  const tile = await files.loadTile({ root, folder, values }, k);
  return { tile: rectified ? rectifyTile(tile) : tile, space: values.dims.slice(1) };
}
