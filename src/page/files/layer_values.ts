import { nameKernelValues, nameMapValues, type ValueFiles } from "../../plan/value_files.ts";
import type { LayerData } from "../../site/layer_data.ts";
import { rectifyTile } from "../../tensor/rectify.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { ReportFiles } from "./report_files.ts";

/** A layer, and where its numbers are loaded from. */
export interface LayerPlace {
  readonly data: Pick<LayerData, "model" | "layer">;
  readonly files: Pick<ReportFiles, "loadTile">;
  /** The way to the report's folder. */
  readonly root: string;
}

/** Loads the numbers of kernel k. */
export function loadKernel(
  { data, files, root }: LayerPlace,
  values: ValueFiles,
  k: number,
): Promise<Tile> {
  return files.loadTile({ root, folder: nameKernelValues(nameFolder(data)), values }, k);
}

/** Opens the numbers of the maps of a photo; null where they were left out of the report. */
export function openMapValues(
  { data, files, root }: LayerPlace,
  { image, values, activatedValues }: LayerData["layer"]["maps"][number],
  stage: "before" | "after",
): ((k: number) => Promise<Tile>) | null {
  const open = (kind: "maps" | "activated", values: ValueFiles) => {
    const source = { root, folder: nameMapValues(nameFolder(data), kind, image), values };
    return (k: number): Promise<Tile> => files.loadTile(source, k);
  };
  const before = values && open("maps", values);
  if (stage === "before") return before;
  if (activatedValues) return open("activated", activatedValues);
  return before && (async (k) => rectifyTile(await before(k)));
}

function nameFolder({ model, layer }: LayerPlace["data"]): string {
  return `${model.id}/${layer.id}`;
}
