import type { Patch } from "../tensor/crop.ts";
import { fitPhoto } from "./fitted_photo.ts";
import type { Raster, Size } from "./raster.ts";

/** The level of what lies beyond a photo. */
export const BEYOND = 128;

/**
 * Paints a part of a photo as a tile: as it is where it has the tile's size, else as large as it fits
 * into its middle. Along an axis along which the part is as long as the photo or longer, it is all of
 * that. What lies beyond is grey.
 *
 * @param part Null for the whole photo.
 */
export function paintPatch(photo: Raster, part: Patch | null, tile: Size): Raster {
  const shown = cropPart(photo, part);
  const resized = fitInto(shown, tile);
  return fitPhoto(shown, {
    ...tile,
    resized,
    left: -Math.floor((tile.width - resized.width) / 2),
    top: -Math.floor((tile.height - resized.height) / 2),
    margin: BEYOND,
    kernel: "bilinear",
  });
}

function cropPart(photo: Raster, part: Patch | null): Raster {
  const across = layoutSide(photo.width, part && { first: part.left, size: part.width });
  const down = layoutSide(photo.height, part && { first: part.top, size: part.height });
  return fitPhoto(photo, {
    ...{ width: across.size, height: down.size, left: across.first, top: down.first },
    resized: photo,
    margin: BEYOND,
    kernel: "bilinear",
  });
}

interface Side {
  readonly first: number;
  readonly size: number;
}

function layoutSide(extent: number, part: Side | null): Side {
  return part === null || part.size >= extent ? { first: 0, size: extent } : part;
}

/** Finds the size at which a picture is as large as it fits into a tile. */
function fitInto({ width, height }: Size, tile: Size): Size {
  const zoom = Math.min(tile.width / width, tile.height / height);
  const side = (length: number, most: number): number =>
    Math.max(1, Math.min(most, Math.round(length * zoom)));
  return { width: side(width, tile.width), height: side(height, tile.height) };
}
