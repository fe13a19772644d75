import { readModelApi } from "./model_api.ts";
import { readNamedNorm } from "./named_norm.ts";
import type { Metadata, NotedRecipe, UnreadNote } from "./noted_recipe.ts";
import { readOnnxImage } from "./onnx_image.ts";
import { readUltralytics } from "./ultralytics.ts";

/** Reads the preprocessing that a model's own notes tell; null where they tell of none. */
export function readNotes(notes: Metadata): NotedRecipe | UnreadNote | null {
  if (notes.size === 0) return null;
  return readUltralytics(notes) ?? readModelApi(notes) ?? readOnnxImage(notes) ??
    readNamedNorm(notes);
}
