import { mergeInto, TALLY_FILE } from "../../api/tally_files.ts";
import { tellWritten } from "./written_tally.ts";

/** What a user asks of a merged tally. */
export interface MergeFlags {
  readonly out?: string;
}

/** Puts the parts of a tally together, writes the whole, and gives the exit code. */
export async function merge(
  parts: readonly string[],
  { out = TALLY_FILE }: MergeFlags,
): Promise<number> {
  return tellWritten(await mergeInto(out, parts), out);
}
