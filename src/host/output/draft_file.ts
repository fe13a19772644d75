import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describeFault, isMissing } from "../file/fault.ts";

/**
 * Writes a file of a draft, with the folders above it.
 *
 * @throws {Error} If the disk is full, say.
 */
export async function writeInto(
  draft: string,
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  try {
    await writeWithFolder(join(draft, path), content);
  } catch (cause) {
    throw new Error(`Cannot write "${path}": ${describeFault(cause)}`, { cause });
  }
}

async function writeWithFolder(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(dirname(file), { recursive: true }); // the first file of its folder
    await writeFile(file, content);
  }
}
