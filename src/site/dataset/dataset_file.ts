import type { DatasetColumns, NamedPhoto } from "../../report/dataset/dataset_columns.ts";
import type { DatasetPhotos } from "../../report/dataset/dataset_pictures.ts";
import type { DatasetFile, NamedPictures } from "../../report/layer_file.ts";
import { unpackValue } from "../../report/packed/packed_value.ts";
import type { ReportModel } from "../../report/report_model.ts";

/** The stylesheet that reports with a dataset hold, from the report's folder. */
export const DATASET_STYLE = "assets/dataset.css";

/** Where the file of a layer lies, as data is named, beside that of its measures. */
export function nameDatasetFile(layer: string): string {
  return layer.replace(/layer$/, "dataset");
}

/** Decodes which photos excite the kernels of a layer, packed or as JSON. */
export function decodeDatasetFile(bytes: Uint8Array): DatasetFile {
  return unpackValue(bytes) as DatasetFile;
}

/** Gathers which photos excite the kernels of a layer, with their small pictures. */
export function gatherDatasetFile(
  { strongest, middle, named }: DatasetColumns,
  { datasetPhotos }: Pick<ReportModel, "datasetPhotos">,
): DatasetFile {
  const pictures = datasetPhotos && findPictures(named, datasetPhotos);
  return { strongest, middle, named, pictures };
}

function findPictures(
  named: readonly NamedPhoto[],
  { files, side, columns, perFile, places, width, height }: DatasetPhotos,
): NamedPictures {
  const tiles = new Map(places.map((place, tile) => [place, tile]));
  const found = named.map(({ place }) => tiles.get(place) ?? null);
  const isThere = (tile: number | null): tile is number => tile !== null && width[tile]! > 0;
  return {
    ...{ files, side, columns, perFile },
    tile: found.map((tile) => isThere(tile) ? tile : null),
    width: found.map((tile) => tile === null ? 0 : width[tile]!),
    height: found.map((tile) => tile === null ? 0 : height[tile]!),
  };
}
