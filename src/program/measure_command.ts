import { visible } from "../config/problem/visible.ts";
import type { Shard } from "../dataset/shard.ts";
import { openCrew } from "../host/crew/crew.ts";
import { nameProgram } from "../host/file/project_folder.ts";
import { readEarlierTally } from "../host/file/earlier_tally.ts";
import { createReading } from "../host/host_effects.ts";
import { openSideFiles } from "../host/output/side_files.ts";
import { cleanOnInterrupt } from "../host/process/interrupt.ts";
import { writeError } from "../host/process/terminal.ts";
import { measure } from "../measure.ts";
import type { Tally } from "../tally/tally.ts";
import { isTallyHead, writeTally } from "../tally/tally_file.ts";
import { EXIT } from "./exit.ts";
import { loadRequest, type RequestFlags } from "./request.ts";
import { openTold } from "./told.ts";

/** What a user asks of a measurement, beside fields of its config. */
export interface MeasureFlags extends RequestFlags {
  readonly out?: string;
  readonly shard?: Shard;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

// How many photos that cannot be read are named before the rest is counted.
const NAMED = 8;

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
  const beside = openSideFiles();
  cleanOnInterrupt(() => beside.discard());
  await beside.begin(file, isTallyHead);
  const crew = openCrew(jobs ?? null);
  try {
    const effects = { ...createReading({ folder, ...told }), crew, tell: told.tell };
    const kept = await readEarlierTally(file);
    const options = { source, program: nameProgram(), shard, kept };
    const tally = await measure(config, effects, options).finally(told.finish);
    if (tally === kept) return tellKept(file);
    await beside.append(file, writeTally(tally));
    await beside.commit();
    return tellTally(tally, file);
  } finally {
    crew.close();
    await beside.discard();
  }
}

function nameTally({ part, of }: Shard): string {
  return of === 1 ? "convatlas.tally" : `part-${part}.tally`;
}

function tellKept(file: string): number {
  writeError(`kept ${file}: it is whole, and of the same photos and models`);
  return EXIT.well;
}

// What is broken is told and stands in the tally: a part that has all others is a whole one.
function tellTally({ broken, models }: Tally, file: string): number {
  for (const { path, message, model } of broken.slice(0, NAMED)) {
    writeError(`left out: ${visible(`${model} on ${path}`)}: ${message}`);
  }
  if (broken.length > NAMED) {
    writeError(`left out ${broken.length - NAMED} more photos; the tally names them`);
  }
  writeError(`wrote ${file}`);
  const isEmpty = models.every(({ layers }) => layers.length === 0);
  return isEmpty && broken.length > 0 ? EXIT.incomplete : EXIT.well;
}
