import { realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isWithin } from "./within.ts";
import { createError } from "../../reason/error.ts";

/**
 * Finds a file that a config or a model names, so that nothing else is read: no device or pipe, and
 * nothing that a link leads to outside of the folder that was named. One layout of links is known,
 * that of Hugging Face's cache.
 *
 * @param path The path as it is named; one that leaves `folder` by itself names another folder.
 * @throws {Error} With the code `ENOENT` if there is no such file.
 * @throws {TypeError} If it is no file, or a link leads out.
 */
export function findNamedFile(path: string, folder: string): string {
  const place = resolve(folder, path);
  const named = isWithin(place, folder) ? folder : dirname(place);
  const real = realpathSync(place);
  if (!isWithin(real, realpathSync(named)) && !isCached(place, real)) {
    throw createError(TypeError, { code: "link-out" });
  }
  const found = statSync(real);
  if (!found.isFile() && !found.isDirectory()) throw createError(TypeError, { code: "is-device" });
  return place;
}

// snapshots/<revision>/model.onnx leads to blobs/<hash> of the same repository.
function isCached(place: string, real: string): boolean {
  const [, repository] = /^(.*)[\\/]snapshots[\\/][^\\/]+[\\/]/.exec(place) ?? [];
  if (repository === undefined) return false;
  try {
    const blobs = resolve(realpathSync(repository), "blobs");
    return realpathSync(blobs) === blobs && isWithin(real, blobs); // of itself, no link
  } catch {
    return false; // another kind of folder
  }
}
