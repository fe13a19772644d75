import type { MadeFile } from "../jobs/made_file.ts";
import type { Visit } from "./visit.ts";

/** Writes what a job made. */
export async function writeFiles(
  files: readonly MadeFile[],
  { effects: { output } }: Pick<Visit, "effects">,
): Promise<void> {
  for (const { path, bytes } of files) await output.write(path, bytes);
}
