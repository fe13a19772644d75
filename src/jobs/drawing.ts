import { type BoardPlace, encodeEvent } from "../board/event.ts";
import type { Caption, Tools } from "../effects.ts";
import type { Picture } from "../plan/picture.ts";
import { formatOf, mayLose } from "../plan/picture_format.ts";
import { findKind } from "../plan/picture_kind.ts";
import type { PaintOptions } from "../raster/paint.ts";
import { roundLevels } from "../raster/rounded_levels.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type MadeFile, makePictureScript } from "./made_file.ts";

/** A picture that is to be painted. */
export interface Drawing {
  readonly picture: Picture;
  /** Its file, relative to the report's folder. */
  readonly path: string;
  readonly caption: Caption;
  /** Whether a script holds it too. */
  readonly scripted: boolean;
  readonly options: PaintOptions;
  /** Where TensorBoard shows it; null where it does not. */
  readonly event: PictureEvent | null;
}

/** Where TensorBoard shows a picture, and what that is: its levels are rounded in another way. */
export interface PictureEvent extends BoardPlace {
  readonly caption: Caption;
}

/** What was drawn: files, and records of TensorBoard's events one after the other. */
export interface Drawn {
  readonly files: readonly MadeFile[];
  readonly events: readonly Uint8Array[];
}

// Of what may lose something, in what is shared.
const SHARED_STEP = 8; // levels

/** Paints a picture and encodes it, for TensorBoard too where that shows it. */
export async function drawPicture(
  { picture, path, caption, scripted, options, event }: Drawing,
  tiles: Tensor,
  { images }: Pick<Tools, "images">,
): Promise<Drawn> {
  const { paint, step = 1 } = findKind(picture.kind);
  const isExact = formatOf(path) === "png";
  const painted = paint(tiles, options);
  const raster = isExact && step > 1 ? roundLevels(painted, step) : painted;
  const bytes = isExact
    ? await images.encodePng(raster, caption)
    : await images.encodeWebp(raster, caption, mayLose(picture.kind) ? "some" : "none");
  const files = [{ path, bytes }];
  if (scripted) {
    const shared = mayLose(picture.kind)
      ? await images.encodePng(roundLevels(painted, SHARED_STEP), caption)
      : bytes;
    files.push(makePictureScript(path, shared));
  }
  if (event === null) return { files, events: [] };
  const shown = paint(tiles, { ...options, rounding: "add_image" });
  const png = await images.encodePng(shown, event.caption);
  const image = { ...shown, png };
  return { files, events: [encodeEvent({ ...event, value: { kind: "image", image } })] };
}
