import type { Effects } from "../effects.ts";
import { findConvLayers } from "../onnx/layer/conv_layer.ts";
import { readModel } from "../onnx/read/read_model.ts";
import { type LayerRow, listLayers } from "../plan/layer_row.ts";
import { measureLayers } from "./computed_constants.ts";
import { surveyFields } from "./fields.ts";
import { surveyImage } from "./image.ts";

/** Lists what could be drawn of a model, without running it on a photo. */
export async function surveyLayers(
  path: string,
  { files, runtime }: Pick<Effects, "files" | "runtime">,
): Promise<LayerRow[]> {
  const file = files.openModel(path);
  try {
    const read = readModel(file.source);
    const listed = findConvLayers(read);
    const { model, layers } = await measureLayers(read, listed, [...listed.keys()], runtime);
    return listLayers(layers, surveyFields(model, surveyImage(model, {})));
  } finally {
    file.close();
  }
}
