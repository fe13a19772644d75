import { countTiles, findTile, type ValueLayout } from "../../plan/value_files.ts";
import { type DecodedTiles, decodeTiles, type Tile } from "../../tensor/tile_bytes.ts";
import type { DataFiles } from "./data.ts";
import { keepRecent } from "./recent.ts";

/** Where the numbers of kernels or maps lie. */
export interface ValuesSource {
  /** The way from this page to the report's folder, such as `../../`. */
  readonly root: string;
  /** The folder of the numbers, relative to the report's folder. */
  readonly folder: string;
  readonly values: ValueLayout;
}

// 8 MiB where no tile is larger than a file: a kernel with its maps of five photos, of two layers.
const MOST_FILES = 16;

/** Loads the numbers of kernel or map k, row-major. */
export type LoadTile = (source: ValuesSource, k: number) => Promise<Tile>;

/**
 * Opens the numbers of the report. What it gives rejects with a `RangeError` where there is no such
 * tile, and where its file is missing.
 */
export function openValues(data: DataFiles): LoadTile {
  const recent = keepRecent<Promise<DecodedTiles>>(MOST_FILES);
  const readFile = async (
    { root, folder, values }: ValuesSource,
    file: number,
  ): Promise<DecodedTiles> => {
    const name = `${folder}/${file}`;
    try {
      const dims = values.dims.slice(1);
      const count = countTiles(values, file);
      return await data.load(root, name, (bytes) => decodeTiles(bytes, count, dims));
    } catch (error) {
      recent.forget(name); // so that it can be asked for again
      throw error;
    } finally {
      data.forget(name); // it is kept here
    }
  };
  return async (source, k) => {
    const { file, tile, from, to } = findTile(source.values, k);
    const read = (): Promise<DecodedTiles> => readFile(source, file);
    const { numbers, errors } = await recent.take(`${source.folder}/${file}`, read);
    return { numbers: numbers.slice(from, to), error: errors[tile]! }; // a view would keep the file
  };
}
