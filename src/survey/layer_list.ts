import type { Files } from "../effects.ts";
import { findConvLayers } from "../onnx/conv_layer.ts";
import { readModel } from "../onnx/model.ts";
import { type LayerRow, listLayers } from "../plan/layer_row.ts";
import { surveyExtents, surveyImage } from "./extents.ts";

/** Lists what could be drawn of a model, without running it. */
export function surveyLayers(path: string, files: Pick<Files, "openModel">): LayerRow[] {
  const file = files.openModel(path);
  try {
    const model = readModel(file.source);
    return listLayers(findConvLayers(model), surveyExtents(model, surveyImage(model, {})));
  } finally {
    file.close();
  }
}
