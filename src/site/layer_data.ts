import type { LayerReport, MapColumns, MapsReport } from "../report/layer_report.ts";
import type { ReportLayer } from "../report/report_layer.ts";
import type { ReportModel } from "../report/report_model.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { namePhoto } from "./photo_view.ts";

/** What the script of a layer's page knows: the content of `layer.js`. */
export interface LayerData {
  readonly model: Pick<ReportModel, "id" | "name" | "sha256">;
  readonly layer: ReportLayer;
  /** The measures; null where none were made. */
  readonly measures: MeasureData | null;
  /** The photos, in the order of the layer's maps. */
  readonly photos: readonly PhotoData[];
}

/** The measures, as `layer.json` has them, without what a page does not show. */
export interface MeasureData extends Omit<LayerReport, "format" | "version" | "maps" | "exciting"> {
  readonly maps: readonly MapsData[];
}

/** What a page shows of the maps of one photo. */
export interface MapsData extends Pick<MapsReport, "image" | "strongest" | "circuit"> {
  readonly channels: Pick<MapColumns, "min" | "max" | "keepsPicture" | "nonFinite">;
  readonly activated: Pick<MapColumns, "min" | "max"> | null;
}

/** A photo and the network's view of it. */
export interface PhotoData {
  readonly id: string;
  readonly name: string;
  /** The dims of an array; null for a photo. */
  readonly dims: readonly number[] | null;
  /** The picture, relative to the report's folder, and its size; null where it was not kept. */
  readonly seen: { readonly file: string; readonly width: number; readonly height: number } | null;
}

/** Finds what was measured of the maps of a photo; null where nothing was. */
export function findMapsData({ measures }: LayerData, image: string): MapsData | null {
  return measures?.maps.find((maps) => maps.image === image) ?? null;
}

/** Gathers the data of a layer's page. */
export function gatherLayerData(
  { report, model: { id, name, sha256, inputs }, layer, measures }: Omit<LayerSubject, "words">,
): LayerData {
  return {
    model: { id, name, sha256 },
    layer,
    measures: measures && pickMeasures(measures),
    photos: layer.maps.map(({ image }) => {
      const seen = inputs.find((input) => input.image === image) ?? null;
      return {
        id: image,
        name: namePhoto(report, image),
        dims: report.images.find(({ id }) => id === image)?.dims ?? null,
        seen: seen && { file: seen.file, width: seen.width, height: seen.height },
      };
    }),
  };
}

function pickMeasures(report: LayerReport): MeasureData {
  const { format: _, version: __, exciting: ___, maps, ...measures } = report;
  return { ...measures, maps: maps.map(pickMaps) };
}

function pickMaps({ image, channels, activated, strongest, circuit }: MapsReport): MapsData {
  const { min, max, keepsPicture, nonFinite } = channels;
  return {
    image,
    channels: { min, max, keepsPicture, nonFinite },
    activated: activated && { min: activated.min, max: activated.max },
    strongest,
    circuit,
  };
}
