import { measureInto, TALLY_FILE } from "../../api/tally_files.ts";
import { ONLY_SHARD, type Shard } from "../../dataset/shard.ts";
import { nameProgram } from "../../host/file/project_folder.ts";
import { writeError } from "../../host/process/terminal.ts";
import { EXIT } from "../exit.ts";
import { answerRequest, loadRequest, type RequestFlags } from "../request.ts";
import { openTold } from "../told.ts";
import { tellWritten } from "./written_tally.ts";

/** What a user asks of a measurement, beside fields of its config. */
export interface MeasureFlags extends RequestFlags {
  readonly out?: string;
  readonly shard?: Shard;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

/** Measures a dataset, or a part of it, writes the tally, and gives the exit code. */
export async function measureCommand(
  names: readonly string[],
  { out, shard = ONLY_SHARD, jobs, quiet = false, ...flags }: MeasureFlags,
  others: readonly string[],
): Promise<number> {
  const file = out ?? nameTally(shard);
  await using request = await loadRequest(names, flags, others);
  const { config, folder, source } = request;
  const told = await openTold(quiet);
  const measured = answerRequest(request, () =>
    measureInto(file, config, {
      ...{ folder, source, shard, jobs: jobs ?? null, program: nameProgram() },
      ...told,
    }));
  const { tally, isKept } = await measured.finally(told.finish);
  return isKept ? tellKept(file) : tellWritten(tally, file);
}

function nameTally({ part, of }: Shard): string {
  return of === 1 ? TALLY_FILE : `part-${part}.tally`;
}

function tellKept(file: string): number {
  writeError(`kept ${file}: it is whole, and of the same photos and models`);
  return EXIT.well;
}
