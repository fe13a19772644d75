import { isThere } from "../tests/support/temp_folder.ts";
import { type ModelName, writeSeededModel } from "./network/seeded_model.ts";
import { writePhoto } from "./photo.ts";

/** What reports are made of, in files. */
export interface Subject {
  readonly name: ModelName;
  readonly model: string;
  /** The model without its classifier. */
  readonly features: string;
  readonly photos: readonly string[];
  readonly config: string;
}

/** Writes a model, so many photos and a config into a folder. */
export async function writeSubject(
  folder: string,
  name: ModelName,
  photoCount: number,
): Promise<Subject> {
  const [model, features] = [`${folder}/${name}.onnx`, `${folder}/${name}-features.onnx`];
  if (!(await isThere(model))) {
    await writeSeededModel(model, name, { classifier: true });
    await writeSeededModel(features, name, { classifier: false });
  }
  const photos = Array.from({ length: photoCount }, (_, i) => `${folder}/photo-${i + 1}.png`);
  for (const [i, photo] of photos.entries()) await writePhoto(photo, i + 1);
  const config = `${folder}/${name}-${photoCount}.json`;
  const models = [{ name, path: model, preprocess: "imagenet" }];
  await Deno.writeTextFile(config, JSON.stringify({ models, images: photos }));
  return { name, model, features, photos, config };
}
