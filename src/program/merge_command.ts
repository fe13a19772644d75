import { openSideFiles } from "../host/output/side_files.ts";
import { createFiles } from "../host/file/files.ts";
import { cleanOnInterrupt } from "../host/process/interrupt.ts";
import { writeError } from "../host/process/terminal.ts";
import { openMerger } from "../tally/merged_tally.ts";
import { isTallyHead, readTally, writeTally } from "../tally/tally_file.ts";
import { EXIT } from "./exit.ts";

/** What a user asks of a merged tally. */
export interface MergeFlags {
  readonly out?: string;
}

/** Puts the parts of a tally together, writes the whole, and gives the exit code. */
export async function merge(
  parts: readonly string[],
  { out = "convatlas.tally" }: MergeFlags,
): Promise<number> {
  const beside = openSideFiles();
  cleanOnInterrupt(() => beside.discard());
  try {
    await beside.begin(out, isTallyHead);
    const files = createFiles(".");
    const merger = openMerger();
    for (const file of parts) merger.add({ file, tally: readTally(await files.load(file), file) });
    await beside.append(out, writeTally(merger.finish()));
    await beside.commit();
    writeError(`wrote ${out}`);
    return EXIT.well;
  } finally {
    await beside.discard();
  }
}
