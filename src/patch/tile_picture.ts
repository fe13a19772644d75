import type { Caption } from "../effects.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { Size } from "../raster/raster.ts";
import type { Patch } from "../tensor/crop.ts";

/** A picture of tiles that photos are cut for, in reading order. */
export interface TilePicture extends Size {
  /** Its file, relative to the report's folder. */
  readonly path: string;
  readonly caption: Caption;
  readonly isExact: boolean;
  readonly channels: 1 | 3;
  readonly tile: Size;
  readonly tiles: readonly (ShownTile | null)[];
}

/** What a tile shows. */
export interface ShownTile {
  /** The place of the photo in the list of the dataset. */
  readonly photo: number;
  /** The part of it, in pixels as the network sees it; null for all of it. */
  readonly part: Patch | null;
}

/** Counts the channels of photos as a model sees them: what is not grey is in colour. */
export function countSeenChannels({ preprocess }: Pick<PlannedModel, "preprocess">): 1 | 3 {
  return preprocess.recipe.channels === "gray" ? 1 : 3;
}

/** Counts the bytes of a picture's pixels. */
export function countPictureBytes({ width, height, channels }: TilePicture): number {
  return width * height * channels;
}
