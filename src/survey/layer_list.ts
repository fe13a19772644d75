import type { Effects } from "../effects.ts";
import { listLayers } from "../listing/layer_row.ts";
import { listModel, type ModelListing } from "../listing/model_listing.ts";
import { findConvLayers } from "../onnx/layer/conv_layer.ts";
import { readModel } from "../onnx/read/read_model.ts";
import { measureLayers } from "./computed_constants.ts";
import { surveyFields } from "./fields.ts";
import { surveyImage } from "./image.ts";

/** Lists what could be drawn of a model, without running it on a photo. */
export async function surveyLayers(
  path: string,
  { files, runtime }: Pick<Effects, "files" | "runtime">,
): Promise<ModelListing> {
  const file = files.openModel(path);
  try {
    const read = readModel(file.source);
    const listed = findConvLayers(read);
    const { model, layers } = await measureLayers(read, listed, [...listed.keys()], runtime);
    const image = surveyImage(model, {});
    const rows = listLayers(layers, surveyFields(model, image));
    return listModel(model, { imageInput: image?.name ?? null, layers: rows });
  } finally {
    file.close();
  }
}
