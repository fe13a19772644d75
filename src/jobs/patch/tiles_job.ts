import type { Caption, Job, Tools } from "../../effects.ts";
import type { Raster } from "../../raster/raster.ts";
import type { MadeFile } from "../made_file.ts";

/** A picture of tiles that is painted. */
export interface PaintedPicture {
  /** Its file, relative to the report's folder. */
  readonly path: string;
  readonly raster: Raster;
  readonly caption: Caption;
  readonly isExact: boolean;
}

/** Encodes pictures of tiles. */
export const tilesJob: Job<PaintedPicture, MadeFile> = { name: "tiles", work: encodeTiles };

async function encodeTiles(
  { path, raster, caption, isExact }: PaintedPicture,
  { images }: Tools,
): Promise<MadeFile> {
  return { path, bytes: await images.encodeWebp(raster, caption, isExact ? "none" : "some") };
}
