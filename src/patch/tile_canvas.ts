import { BEYOND } from "../raster/patch.ts";
import type { Raster } from "../raster/raster.ts";
import { countPictureBytes, type TilePicture } from "./tile_picture.ts";

/** The pixels of a picture whose tiles come one by one. */
export interface TileCanvas {
  /** How many tiles are still to come. */
  left: number;
  readonly picture: TilePicture;
  readonly raster: Raster;
}

/** Opens the pixels of a picture: grey, until its tiles come. */
export function openTiles(picture: TilePicture): TileCanvas {
  const { width, height, channels, tiles } = picture;
  const data = new Uint8Array(countPictureBytes(picture)).fill(BEYOND);
  const left = tiles.filter((tile) => tile !== null).length;
  return { left, picture, raster: { width, height, channels, data } };
}

/** Puts a tile into its place. */
export function putTile(canvas: TileCanvas, index: number, pixels: Uint8Array): void {
  const { raster: { width, channels, data }, picture: { tile } } = canvas;
  const columns = Math.floor(width / tile.width);
  const row = Math.floor(index / columns);
  const left = (index - row * columns) * tile.width;
  const length = tile.width * channels;
  for (let y = 0; y < tile.height; y++) {
    const to = ((row * tile.height + y) * width + left) * channels;
    data.set(pixels.subarray(y * length, (y + 1) * length), to);
  }
}
