import type { Config } from "../config/config.ts";
import { countElements } from "../tensor/tensor.ts";

/** Numbers of kernels or maps in files, whole tiles in each: tile k lies in file ⌊k ÷ perFile⌋. */
export interface ValueFiles extends ValueLayout {
  /** Whether the numbers are kept to the bit, or within `error`. */
  readonly form: ValueForm;
  /** How far a number may be from its own at most; 0 where none is. */
  readonly error: number;
  /** How many bytes the files have. */
  readonly bytes: number;
}

/** How numbers are kept. */
export type ValueForm = Exclude<Config["values"], "none">;

/** Which tiles lie in which file. */
export interface ValueLayout {
  /** The dims of the whole; a tile is a slice along the first axis. */
  readonly dims: readonly number[];
  /** How many tiles a file holds; the last one may hold fewer. */
  readonly perFile: number;
  /** How many files there are. */
  readonly files: number;
}

/** Where a tile lies: in which file, which of its tiles, and from which number to which one. */
export interface TilePlace {
  readonly file: number;
  readonly tile: number;
  readonly from: number;
  readonly to: number;
}

// Some 200 kB in the compact form. Chromium keeps the text of every script that it ran, twice, until
// the page is left, so a page should read little beside its tile.
const MOST_NUMBERS = 1 << 17;

/** Plans the files of a tensor's numbers: 131,072 in each, but at least one tile. */
export function planValueFiles(dims: readonly number[]): ValueLayout {
  const [count = 0, ...tile] = dims;
  const fitting = Math.floor(MOST_NUMBERS / countElements(tile));
  const perFile = Math.max(1, Math.min(count, fitting));
  return { dims, perFile, files: Math.ceil(count / perFile) };
}

/**
 * Finds the file that holds tile k, and the tile's numbers in it.
 *
 * @throws {RangeError} If there is no such tile.
 */
export function findTile({ dims, perFile }: ValueLayout, k: number): TilePlace {
  const [count = 0, ...tile] = dims;
  if (!(Number.isInteger(k) && k >= 0 && k < count)) {
    throw new RangeError(`Cannot find tile ${k}: there are ${count}`);
  }
  const size = countElements(tile);
  const at = k % perFile;
  return { file: Math.floor(k / perFile), tile: at, from: at * size, to: (at + 1) * size };
}

/** Counts the tiles in a file. */
export function countTiles({ dims: [count = 0], perFile }: ValueLayout, file: number): number {
  return Math.min(perFile, count - file * perFile);
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
