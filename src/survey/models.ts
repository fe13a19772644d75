import type { ModelConfig } from "../config/model_config.ts";
import { changePreprocess } from "../config/preprocess/changes.ts";
import { parsePreprocessorConfig } from "../config/preprocess/huggingface.ts";
import { presets } from "../config/preprocess/presets.ts";
import type { Effects } from "../effects.ts";
import { type ConvLayer, findLayers } from "../onnx/layer/conv_layer.ts";
import { readModel } from "../onnx/read/read_model.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import type { FoundModel, FoundPreprocess } from "../plan/found.ts";
import { findClasses } from "./classes.ts";
import { measureLayers } from "./computed_constants.ts";
import { surveyFields } from "./fields.ts";
import { surveyImage } from "./image.ts";
import { chooseLayers, type LayerChoice } from "./layer_choice.ts";
import { findPreprocess, type PhotoModel } from "./recipe/auto_recipe.ts";
import { checkInputNames } from "./input_names.ts";
import type { Notes } from "./notes.ts";
import { explainError } from "../reason/error.ts";
import { describeFailure, placeFile } from "../report/failure.ts";

/** Finds the models of a config, reads their structure and chooses their layers. */
export async function findModels(
  models: readonly ModelConfig[],
  world: Pick<Effects, "files" | "runtime">,
  notes: Notes,
): Promise<FoundModel[]> {
  const found: FoundModel[] = [];
  for (const [i, config] of models.entries()) {
    try {
      const file = world.files.openModel(config.path);
      notes.opened.push(file);
      const read = readModel(file.source);
      const listed = findLayers(read);
      const { places, leftOut } = choose(config, listed, `models[${i}].layers`, notes);
      const { model, layers } = await measureLayers(read, listed, places, world.runtime);
      const chosen = places.map((place) => layers[place]!);
      checkInputNames(config, model, `models[${i}]`, notes);
      const image = surveyImage(model, {
        image: config.image,
        taken: Object.keys(config.inputs),
        layers: chosen,
      });
      const fieldOf = surveyFields(model, image, chosen);
      found.push({
        ...{ name: config.name, path: config.path },
        sha256: file.hash(),
        onnx: model,
        preprocess: await findRecipe(config, { model, layers, image }, world.files),
        given: config.inputs,
        classes: await findClasses({ config, model, layers }, world.files, notes),
        image: config.image ?? image?.name ?? null,
        layers: chosen.map((conv) => ({ conv, field: fieldOf(conv).field })),
        leftOut,
      });
    } catch (error) {
      notes.failures.push(describeFailure(placeFile(config.path), error));
    }
  }
  return found;
}

function choose(
  { layers: selectors }: ModelConfig,
  layers: readonly ConvLayer[],
  field: string,
  { problems }: Pick<Notes, "problems">,
): LayerChoice {
  try {
    return chooseLayers(selectors, layers);
  } catch (error) {
    if (error instanceof TypeError) throw error; // it is the model's, not that of its selectors
    problems.push({ path: field, message: explainError(error) });
    return { places: [], leftOut: null };
  }
}

async function findRecipe(
  { path: modelPath, preprocess }: ModelConfig,
  { image, ...read }: Omit<PhotoModel, "path" | "image"> & { readonly image: ImageInput | null },
  files: Effects["files"],
): Promise<FoundPreprocess> {
  if (preprocess.kind === "recipe") return preprocess;
  if (preprocess.kind === "auto") {
    const path = modelPath;
    return image === null || image.layout === null
      ? { name: "auto", recipe: presets.unit } // no photo fits it
      : await findPreprocess({ path, image, ...read }, preprocess.changes, files);
  }
  const { path, changes } = preprocess;
  const text = new TextDecoder().decode((await files.read(path)).bytes);
  const recipe = changePreprocess(parsePreprocessorConfig(text, path), changes);
  return { name: Object.keys(changes).length === 0 ? path : "custom", recipe };
}
