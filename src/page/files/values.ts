import { findTile, type ValueFiles } from "../../plan/value_files.ts";
import { decodeBase64 } from "../../tensor/base64.ts";
import type { DataFiles } from "./data.ts";

/** Where the numbers of kernels or maps lie. */
export interface ValuesSource {
  /** The way from this page to the report's folder, such as `../../`. */
  readonly root: string;
  /** The folder of the numbers, relative to the report's folder. */
  readonly folder: string;
  readonly values: ValueFiles;
}

// 8 MiB where no tile is larger than a file: a kernel with its maps of ten photos, of two layers.
const MOST_FILES = 32;

/** Loads the numbers of kernel or map k, row-major. */
export type LoadTile = (source: ValuesSource, k: number) => Promise<Float32Array>;

/**
 * Opens the numbers of the report. What it gives rejects with a `RangeError` where there is no such
 * tile, and where its file is missing.
 */
export function openValues(data: DataFiles): LoadTile {
  const recent = new Map<string, Promise<Float32Array>>(); // the latest at the end
  const readFile = async (root: string, name: string): Promise<Float32Array> => {
    try {
      return decodeBase64(await data.load<string>(root, name));
    } catch (error) {
      recent.delete(name); // so that it can be asked for again
      throw error;
    } finally {
      data.forget(name); // the text takes more memory than its numbers
    }
  };
  const loadFile = (root: string, name: string): Promise<Float32Array> => {
    const file = recent.get(name) ?? readFile(root, name);
    recent.delete(name);
    recent.set(name, file);
    if (recent.size > MOST_FILES) recent.delete(recent.keys().next().value!);
    return file;
  };
  return async ({ root, folder, values }, k) => {
    const { file, from, to } = findTile(values, k);
    return (await loadFile(root, `${folder}/${file}`)).slice(from, to); // a view would keep the file
  };
}
