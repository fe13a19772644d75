import { writeRecipe } from "../config/preprocess/written_recipe.ts";
import type { Effects } from "../effects.ts";
import { listLayers } from "../listing/layer_row.ts";
import { type ListedPreprocess, listModel, type ModelListing } from "../listing/model_listing.ts";
import { findLayers } from "../onnx/layer/conv_layer.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import { readModel } from "../onnx/read/read_model.ts";
import { measureLayers } from "./computed_constants.ts";
import { surveyFields } from "./fields.ts";
import { surveyImage } from "./image.ts";
import { findPreprocess, type PhotoModel } from "./recipe/auto_recipe.ts";
import { explainPreprocess } from "./recipe/recipe_text.ts";

/** Lists what could be drawn of a model, without running it on a photo. */
export async function surveyLayers(
  path: string,
  { files, runtime }: Pick<Effects, "files" | "runtime">,
): Promise<ModelListing> {
  const file = files.openModel(path);
  try {
    const read = readModel(file.source);
    const listed = findLayers(read);
    const { model, layers } = await measureLayers(read, listed, [...listed.keys()], runtime);
    const image = surveyImage(model, {});
    const rows = listLayers(layers, surveyFields(model, image, layers));
    const preprocess = await listPreprocess({ path, model, layers }, image, files);
    return listModel(model, { imageInput: image?.name ?? null, preprocess, layers: rows });
  } finally {
    file.close();
  }
}

async function listPreprocess(
  read: Omit<PhotoModel, "image">,
  image: ImageInput | null,
  files: Effects["files"],
): Promise<ListedPreprocess | null> {
  if (image === null || image.layout === null) return null;
  const found = await findPreprocess({ ...read, image }, {}, files);
  return {
    sure: found.found?.sure === true,
    text: explainPreprocess(found) ?? "",
    recipe: writeRecipe(found.recipe),
  };
}
