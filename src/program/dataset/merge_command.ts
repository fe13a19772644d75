import { createFiles } from "../../host/file/files.ts";
import { openTallyOutput } from "../../host/output/tally_output.ts";
import { openMerger } from "../../tally/merged_tally.ts";
import { readTally, writeTally } from "../../tally/tally_file.ts";
import { tellWritten } from "./written_tally.ts";

/** What a user asks of a merged tally. */
export interface MergeFlags {
  readonly out?: string;
}

/** Puts the parts of a tally together, writes the whole, and gives the exit code. */
export async function merge(
  parts: readonly string[],
  { out = "convatlas.tally" }: MergeFlags,
): Promise<number> {
  await using output = await openTallyOutput(out);
  const files = createFiles(".");
  const merger = openMerger();
  for (const file of parts) merger.add({ file, tally: readTally(await files.load(file), file) });
  const whole = merger.finish();
  await output.write(writeTally(whole));
  return tellWritten(whole, out);
}
