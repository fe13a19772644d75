import { OWN_NOTE, writeOwnNote } from "../../config/noted/own_note.ts";
import type { Effects } from "../../effects.ts";
import { surveyImage } from "../image.ts";
import { findPreprocess, type PhotoModel } from "./auto_recipe.ts";

/**
 * Notes what was found of a model's preprocessing, for a part of it that tells less: by key, nothing
 * where no input takes a photo.
 */
export async function notePreprocess(
  read: Omit<PhotoModel, "image">,
  files: Effects["files"],
): Promise<ReadonlyMap<string, string>> {
  const image = surveyImage(read.model, {});
  if (image === null || image.layout === null) return new Map();
  const { recipe, found } = await findPreprocess({ ...read, image }, {}, files);
  return new Map([[OWN_NOTE, writeOwnNote({ recipe, sure: found?.sure === true })]]);
}
