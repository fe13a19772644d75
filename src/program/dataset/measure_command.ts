import type { Shard } from "../../dataset/shard.ts";
import { openCrew } from "../../host/crew/crew.ts";
import { nameProgram } from "../../host/file/project_folder.ts";
import { readEarlierTally } from "../../host/file/earlier_tally.ts";
import { createReading } from "../../host/host_effects.ts";
import { openTallyOutput } from "../../host/output/tally_output.ts";
import { writeError } from "../../host/process/terminal.ts";
import { measure } from "../../measure.ts";
import { writeTally } from "../../tally/tally_file.ts";
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
  { out, shard = { part: 1, of: 1 }, jobs, quiet = false, ...flags }: MeasureFlags,
  others: readonly string[],
): Promise<number> {
  const file = out ?? nameTally(shard);
  await using request = await loadRequest(names, flags, others);
  const { config, folder, source } = request;
  const told = await openTold(quiet);
  await using output = await openTallyOutput(file);
  const crew = openCrew(jobs ?? null);
  try {
    const effects = { ...createReading({ folder, ...told }), crew, tell: told.tell };
    const kept = await readEarlierTally(file);
    const options = { source, program: nameProgram(), shard, kept };
    const measured = answerRequest(request, () => measure(config, effects, options));
    const tally = await measured.finally(told.finish);
    if (tally === kept) return tellKept(file);
    await output.write(writeTally(tally));
    return tellWritten(tally, file);
  } finally {
    crew.close();
  }
}

function nameTally({ part, of }: Shard): string {
  return of === 1 ? "convatlas.tally" : `part-${part}.tally`;
}

function tellKept(file: string): number {
  writeError(`kept ${file}: it is whole, and of the same photos and models`);
  return EXIT.well;
}
