import type { LayerReport } from "../report/layer_report.ts";
import type { ReportLayer, ReportModel } from "../report/report.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { namePhoto } from "./photo_view.ts";

/** What the script of a layer's page knows: the content of `layer.js`. */
export interface LayerData {
  readonly model: Pick<ReportModel, "id" | "name" | "sha256">;
  readonly layer: ReportLayer;
  /** The measures, as `layer.json` has them; null where none were made. */
  readonly measures: LayerReport | null;
  /** The photos, in the order of the layer's maps. */
  readonly photos: readonly PhotoData[];
}

/** A photo and the network's view of it. */
export interface PhotoData {
  readonly id: string;
  readonly name: string;
  /** The picture, relative to the report's folder, and its size; null where it was not kept. */
  readonly seen: { readonly file: string; readonly width: number; readonly height: number } | null;
}

/** Gathers the data of a layer's page. */
export function gatherLayerData(
  { report, model: { id, name, sha256, inputs }, layer, measures }: Omit<LayerSubject, "words">,
): LayerData {
  return {
    model: { id, name, sha256 },
    layer,
    measures,
    photos: layer.maps.map(({ image }) => {
      const seen = inputs.find((input) => input.image === image) ?? null;
      return {
        id: image,
        name: namePhoto(report, image),
        seen: seen && { file: seen.file, width: seen.width, height: seen.height },
      };
    }),
  };
}
