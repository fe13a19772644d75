import type { Job, Tools } from "../../effects.ts";
import { paintPatch } from "../../raster/patch.ts";
import type { Size } from "../../raster/raster.ts";
import type { Patch } from "../../tensor/crop.ts";
import { joinBytes } from "../../tensor/joined_bytes.ts";
import type { PhotoBytes } from "../photo_job.ts";
import { readPixels } from "../photo_pixels.ts";

/** The bytes of a photo, and the patches of it that are wanted. */
export interface CutPhoto extends PhotoBytes {
  readonly patches: readonly WantedPatch[];
}

/** A patch of a photo. */
export interface WantedPatch {
  /** The part of the photo, in pixels as the network sees it; null for all of it. */
  readonly part: Patch | null;
  readonly tile: Size;
}

/** What was cut from a photo. */
export interface CutPatches extends Size {
  readonly channels: 1 | 3;
  /** The pixels of all tiles, one behind the other. */
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** Decodes a photo and cuts patches from it, as a network sees it. */
export const patchesJob: Job<CutPhoto, CutPatches> = { name: "patches", work: cutPatches };

async function cutPatches(
  { bytes, preprocess, input, patches }: CutPhoto,
  { images }: Tools,
): Promise<CutPatches> {
  const photo = await readPixels(bytes, { preprocess, input }, images);
  const tiles = patches.map(({ part, tile }) => paintPatch(photo, part, tile).data);
  const { width, height, channels } = photo;
  return { width, height, channels, pixels: joinBytes(tiles) };
}
