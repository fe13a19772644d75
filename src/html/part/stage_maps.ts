import type { StagePair } from "../../plan/comparison_plan.ts";
import type { Picture } from "../../plan/picture.ts";
import type { ReportLayer, ReportMaps } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";

/** The maps of a layer on a photo, and their picture of the stage that is compared. */
export interface StageMaps {
  readonly layer: ReportLayer;
  readonly maps: ReportMaps;
  readonly picture: Picture;
}

/** Which maps of a model are compared. */
export interface StagePlace {
  /** The id of the layer. */
  readonly layer: string;
  /** The id of the photo; null where they are of none. */
  readonly image: string | null;
  readonly stage: StagePair["a"];
}

/** Finds the maps of a model that are compared; null where there is no picture of them. */
export function findStageMaps(
  { layers }: ReportModel,
  { layer: id, image, stage }: StagePlace,
): StageMaps | null {
  const layer = layers.find((each) => each.id === id);
  const maps = layer?.maps.find((each) => each.image === image);
  const picture = stage === "activated" ? maps?.activated : maps?.picture;
  return layer && maps && picture ? { layer, maps, picture } : null;
}
