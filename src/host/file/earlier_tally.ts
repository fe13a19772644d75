import { readFile } from "node:fs/promises";
import { findFault, isMissing } from "./fault.ts";
import { createError } from "../../reason/error.ts";
import type { Tally } from "../../tally/tally.ts";
import { readTally } from "../../tally/tally_file.ts";

/**
 * Reads the file of a tally, by its path as a user types it.
 *
 * @throws {Error} If it cannot be read, or is no tally.
 */
export async function readTallyFile(path: string): Promise<Tally> {
  const bytes = await readFile(path).catch((cause) => {
    const reason = findFault(cause);
    throw createError(Error, { code: "unread", file: path, reason }, { cause });
  });
  return readTally(bytes, path);
}

/** Reads a tally that may be there from an earlier run; null where it is not, or not whole. */
export async function readEarlierTally(path: string): Promise<Tally | null> {
  try {
    return readTally(await readFile(path), path);
  } catch (cause) {
    if (isMissing(cause) || cause instanceof SyntaxError || cause instanceof TypeError) return null;
    throw cause;
  }
}
