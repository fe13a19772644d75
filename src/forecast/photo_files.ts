import { hasPictureScript, namePictureScript } from "../plan/picture_script.ts";
import type { Plan } from "../plan/plan.ts";
import type { Size } from "../raster/raster.ts";
import { layoutShared } from "../raster/shared_photo.ts";
import { layoutThumbnail } from "../raster/thumbnail.ts";
import { BYTES } from "./bytes.ts";
import type { FindSizes } from "./map_sizes.ts";
import type { ExpectedFile } from "./report_file.ts";

/** Lists the files of the photos as networks see them; several models may see a photo alike. */
export function* listPhotoFiles(plan: Plan, findSizes: FindSizes): Generator<ExpectedFile> {
  const { models, photos } = plan;
  const listed = new Set<string>();
  for (const model of models) {
    for (const [i, photo] of photos.entries()) {
      const { file, thumb } = model.inputFiles[i]!;
      const seen = findSizes(model, photo)?.seen ?? null;
      if (seen === null || listed.has(file)) continue;
      listed.add(file);
      yield { kind: "photos", path: file, bytes: countPixels(seen) * BYTES.photoPixel };
      if (hasPictureScript("photo", plan)) {
        const shared = countPixels(layoutShared(seen) ?? seen);
        yield { kind: "photos", path: namePictureScript(file), bytes: shared * BYTES.photoPixel };
      }
      const small = layoutThumbnail(seen);
      if (small === null) continue;
      yield { kind: "photos", path: thumb, bytes: countPixels(small) * BYTES.thumbPixel };
    }
  }
}

/** Counts the pixels of a picture. */
export function countPixels({ width, height }: Size): number {
  return width * height;
}
