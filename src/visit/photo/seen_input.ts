import { type BoardImage, encodeEvent } from "../../board/event.ts";
import { makePictureScript } from "../../jobs/made_file.ts";
import { formatOf } from "../../plan/picture_format.ts";
import { hasPictureScript } from "../../plan/picture_script.ts";
import type { InputFiles, PlannedModel, PlannedPhoto } from "../../plan/plan.ts";
import type { Raster } from "../../raster/raster.ts";
import { makeShared } from "../../raster/shared_photo.ts";
import { makeThumbnail, THUMBNAIL_COLOURS } from "../../raster/thumbnail.ts";
import type { InputFinding } from "../../report/finding.ts";
import { findBoardStep, keepEvents } from "../board.ts";
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
  visit: Visit,
): Promise<InputFinding> {
  const { plan, effects } = visit;
  const { width, height } = raster;
  const step = findBoardStep(photo.id, plan);
  const title = `${photo.name}, as ${model.name} sees it`;
  const whole = { title, description };
  const { images } = effects;
  const isPng = formatOf(files.file) === "png";
  const own = isPng
    ? await images.encodePng(raster, whole)
    : await images.encodeWebp(raster, whole, "none");
  await effects.output.write(files.file, own);
  if (hasPictureScript("photo", plan)) {
    const { path, bytes } = makePictureScript(files.file, await encodeShared(raster, own, visit));
    await effects.output.write(path, bytes);
  }
  const small = makeThumbnail(raster);
  if (small !== null) {
    const caption = {
      title,
      description: `Made smaller than the input of ${width} x ${height} pixels`,
    };
    const limit = { colours: THUMBNAIL_COLOURS };
    const thumb = isPng
      ? await images.encodePng(small, caption, limit)
      : await images.encodeWebp(small, caption, "some");
    await effects.output.write(files.thumb, thumb);
  }
  const png = plan.board && !isPng ? await images.encodePng(raster, whole) : own;
  return {
    photo: photo.id,
    file: files.file,
    thumb: small === null ? null : files.thumb,
    width,
    height,
    dims,
    events: plan.board ? keepEvents([encodeSeen({ ...raster, png }, step)], { effects }) : null,
  };
}

async function encodeShared(
  raster: Raster,
  png: Uint8Array,
  { effects: { images } }: Visit,
): Promise<Uint8Array> {
  const small = makeShared(raster);
  if (small === null) return png;
  return await images.encodePng(small, { title: "", description: "" });
}

function encodeSeen(image: BoardImage, step: number): Uint8Array {
  return encodeEvent({ tag: "photo", step, value: { kind: "image", image } });
}
