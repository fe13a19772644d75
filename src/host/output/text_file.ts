import { stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { describeFault, isMissing } from "../file/fault.ts";

/**
 * Requires that a file can be written at a path, as far as that is known before.
 *
 * @throws {TypeError} If its folder is not there, or the path is that of a folder.
 */
export async function requireFilePlace(path: string, what: string): Promise<void> {
  const refuse = (reason: string): never => {
    throw new TypeError(`Cannot write ${what} to "${path}": ${reason}`);
  };
  if (!await isFolder(dirname(resolve(path)))) refuse("its folder is not there");
  if (await isFolder(path)) refuse("it is a folder; name a file");
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}

/** Writes a text file in the place of whatever is there. */
export async function writeTextFile(path: string, text: string, what: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new Error(`Cannot write ${what} to "${path}": ${describeFault(cause)}`, { cause });
  }
}
