import { decodeLayersFile, type LayersFile, nameLayersFile } from "../../site/atlas/layers_file.ts";
import type { ReportFiles } from "./report_files.ts";

/** Loads what is told of all layers of a model, by its id; `root` leads to the report's folder. */
export function loadLayers(
  { data }: Pick<ReportFiles, "data">,
  root: string,
  model: string,
): Promise<LayersFile> {
  return data.load(root, nameLayersFile(model), decodeLayersFile);
}
