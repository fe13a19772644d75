import { readFile } from "node:fs/promises";
import type { Tally } from "../../tally/tally.ts";
import { readTally } from "../../tally/tally_file.ts";
import { isMissing } from "./fault.ts";

/** Reads a tally that may be there from an earlier run; null where it is not, or not whole. */
export async function readEarlierTally(path: string): Promise<Tally | null> {
  try {
    return readTally(await readFile(path), path);
  } catch (cause) {
    if (isMissing(cause) || cause instanceof SyntaxError || cause instanceof TypeError) return null;
    throw cause;
  }
}
