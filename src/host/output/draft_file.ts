import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createError } from "../../reason/error.ts";
import { findFault, isMissing } from "../file/fault.ts";

/** How a file is written. */
interface WriteOptions {
  /**
   * Whether what is written comes to the end of what is there.
   *
   * @default {false}
   */
  readonly append?: boolean;
}

/**
 * Writes a file of a draft, with the folders above it.
 *
 * @throws {Error} If the disk is full, say.
 */
export async function writeInto(
  draft: string,
  path: string,
  content: Uint8Array | string,
  { append = false }: WriteOptions = {},
): Promise<void> {
  const write = append ? appendFile : writeFile;
  const file = join(draft, path);
  try {
    await withFolder(file, () => write(file, content));
  } catch (cause) {
    const reason = { code: "unwritten", file: path, reason: findFault(cause) } as const;
    throw createError(Error, reason, { cause });
  }
}

async function withFolder(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(dirname(file), { recursive: true }); // the first file of its folder
    await write();
  }
}
