import { countElements } from "../tensor/tensor.ts";

/** Numbers of kernels or maps in files, whole tiles in each: tile k lies in file ⌊k ÷ perFile⌋. */
export interface ValueFiles {
  /** The dims of the whole; a tile is a slice along the first axis. */
  readonly dims: readonly number[];
  /** How many tiles a file holds; the last one may hold fewer. */
  readonly perFile: number;
  /** How many files there are. */
  readonly files: number;
}

/** Where a tile lies: in which file, and from which number to which one. */
export interface TilePlace {
  readonly file: number;
  readonly from: number;
  readonly to: number;
}

// A quarter of a MiB of float32: read at once, in some 15 ms. Chromium keeps the text of every
// script that it ran, twice, until the page is left, so a page should read little beside its tile.
const MOST_FLOATS = 1 << 16;

/** Plans the files of a tensor's numbers: a quarter of a MiB each, but at least one tile. */
export function planValueFiles(dims: readonly number[]): ValueFiles {
  const [count = 0, ...tile] = dims;
  const fitting = Math.floor(MOST_FLOATS / countElements(tile));
  const perFile = Math.max(1, Math.min(count, fitting));
  return { dims, perFile, files: Math.ceil(count / perFile) };
}

/**
 * Finds the file that holds tile k, and the tile's numbers in it.
 *
 * @throws {RangeError} If there is no such tile.
 */
export function findTile({ dims, perFile }: ValueFiles, k: number): TilePlace {
  const [count = 0, ...tile] = dims;
  if (!(Number.isInteger(k) && k >= 0 && k < count)) {
    throw new RangeError(`Cannot find tile ${k}: there are ${count}`);
  }
  const size = countElements(tile);
  const from = (k % perFile) * size;
  return { file: Math.floor(k / perFile), from, to: from + size };
}

/** Names the folder of a layer's kernels, relative to the report's folder. */
export function nameKernelValues(folder: string): string {
  return `${folder}/values/kernels`;
}

/** Names the folder of a layer's maps of one photo, relative to the report's folder. */
export function nameMapValues(
  folder: string,
  kind: "maps" | "activated",
  photoId: string,
): string {
  return `${folder}/values/${kind}/${photoId}`;
}
