import { findTile, type ValueFiles } from "../../plan/value_files.ts";
import { decodeBase64 } from "../../tensor/base64.ts";
import { forgetData, loadData } from "./data.ts";

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

// The files read last, the latest at the end.
const recent = new Map<string, Promise<Float32Array>>();

/**
 * Loads the numbers of kernel or map k, row-major.
 *
 * @throws {RangeError} If there is no such tile.
 * @throws {Error} If its file is missing.
 */
export async function loadTile(
  { root, folder, values }: ValuesSource,
  k: number,
): Promise<Float32Array> {
  const { file, from, to } = findTile(values, k);
  return (await loadFile(root, `${folder}/${file}`)).slice(from, to); // a view would keep the file
}

function loadFile(root: string, name: string): Promise<Float32Array> {
  const file = recent.get(name) ?? readFile(root, name);
  recent.delete(name);
  recent.set(name, file);
  if (recent.size > MOST_FILES) recent.delete(recent.keys().next().value!);
  return file;
}

async function readFile(root: string, name: string): Promise<Float32Array> {
  try {
    return decodeBase64(await loadData<string>(root, name));
  } catch (error) {
    recent.delete(name); // so that it can be asked for again
    throw error;
  } finally {
    forgetData(name); // the text takes more memory than its numbers
  }
}
