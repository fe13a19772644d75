import type { InputFiles, PlannedModel, PlannedPhoto } from "../../plan/plan.ts";
import type { Raster } from "../../raster/raster.ts";
import { makeThumbnail, THUMBNAIL_COLOURS } from "../../raster/thumbnail.ts";
import type { InputFinding } from "../../report/finding.ts";
import type { Visit } from "../visit.ts";

/** What a network saw, and whose picture of it is written where. */
export interface SeenInput {
  readonly raster: Raster;
  /** What was done to it, and how its values became levels, in words. */
  readonly description: string;
  /** The dims of an array as it was fed; null for a photo. */
  readonly dims: readonly number[] | null;
}

/** Writes the picture of a photo or an array as a network sees it, and a small one beside it. */
export async function writeSeen(
  { raster, description, dims }: SeenInput,
  { photo, files, model }: {
    readonly photo: PlannedPhoto;
    readonly files: InputFiles;
    readonly model: PlannedModel;
  },
  { effects }: Visit,
): Promise<InputFinding> {
  const { width, height } = raster;
  const title = `${photo.name}, as ${model.name} sees it`;
  const whole = { title, description };
  await effects.output.write(files.file, await effects.images.encodePng(raster, whole));
  const small = makeThumbnail(raster);
  if (small !== null) {
    const caption = {
      title,
      description: `Made smaller than the input of ${width} x ${height} pixels`,
    };
    const png = await effects.images.encodePng(small, caption, { colours: THUMBNAIL_COLOURS });
    await effects.output.write(files.thumb, png);
  }
  return {
    photo: photo.id,
    file: files.file,
    thumb: small === null ? null : files.thumb,
    width,
    height,
    dims,
  };
}
