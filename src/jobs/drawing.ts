import type { Caption, Tools } from "../effects.ts";
import type { Picture } from "../plan/picture.ts";
import { findKind } from "../plan/picture_kind.ts";
import type { PaintOptions } from "../raster/paint.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { MadeFile } from "./made_file.ts";

/** A picture that is to be painted. */
export interface Drawing {
  readonly picture: Picture;
  /** Its file, relative to the report's folder. */
  readonly path: string;
  readonly caption: Caption;
  readonly options: PaintOptions;
}

/** Paints a picture and encodes it. */
export async function drawPicture(
  { picture, path, caption, options }: Drawing,
  tiles: Tensor,
  { images }: Pick<Tools, "images">,
): Promise<MadeFile> {
  const raster = findKind(picture.kind).paint(tiles, options);
  return { path, bytes: await images.encodePng(raster, caption) };
}
