import type { Tile } from "./tile_bytes.ts";

/** Gives max(0, x) of every number. */
export function rectify(data: Float32Array): Float32Array<ArrayBuffer> {
  const rectified = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) rectified[i] = Math.max(0, data[i]!);
  return rectified;
}

/** Gives max(0, x) of every number of a tile, which may be as far from its own. */
export function rectifyTile({ numbers, error }: Tile): Tile {
  return { numbers: rectify(numbers), error };
}

/** Tells whether `rectified` is max(0, x) of `data`; the signs of zeros do not count. */
export function isRectified(rectified: Float32Array, data: Float32Array): boolean {
  if (rectified.length !== data.length) return false;
  for (let i = 0; i < data.length; i++) {
    if (!isSame(rectified[i]!, Math.max(0, data[i]!))) return false;
  }
  return true;
}

function isSame(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
