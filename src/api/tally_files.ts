import type { Config } from "../config/config.ts";
import type { Effects } from "../effects.ts";
import { openCrew } from "../host/crew/crew.ts";
import { readEarlierTally } from "../host/file/earlier_tally.ts";
import { createFiles } from "../host/file/files.ts";
import { createReading } from "../host/host_effects.ts";
import { openTallyOutput } from "../host/output/tally_output.ts";
import { measure, type MeasureOptions } from "../measure.ts";
import { openMerger } from "../tally/merged_tally.ts";
import type { Tally } from "../tally/tally.ts";
import { readTally, writeTally } from "../tally/tally_file.ts";

/** The file of a tally where nobody names one. */
export const TALLY_FILE = "convatlas.tally";

/** What a file is measured with, and who is told of it. */
export interface FileMeasurement
  extends Omit<MeasureOptions, "kept">, Pick<Effects, "tell" | "note" | "warn"> {
  /** The folder that the paths of the config are relative to. */
  readonly folder: string;
  /** How many jobs are done side by side; null for as many as suit the machine. */
  readonly jobs: number | null;
}

/** What was measured. */
export interface MeasuredFile {
  readonly tally: Tally;
  /** Whether the file was there already, whole and of the same photos, models and programs. */
  readonly isKept: boolean;
}

/**
 * Measures the dataset of a config, or a part of it, into a file that takes its place when it is whole.
 *
 * @throws {TypeError} If another file stands there.
 */
export async function measureInto(
  file: string,
  config: Config,
  { folder, jobs, tell, note, warn, ...options }: FileMeasurement,
): Promise<MeasuredFile> {
  await using output = await openTallyOutput(file);
  const crew = openCrew(jobs);
  try {
    const effects = { ...createReading({ folder, note, warn }), crew, tell };
    const kept = await readEarlierTally(file);
    const tally = await measure(config, effects, { ...options, kept });
    if (tally !== kept) await output.write(writeTally(tally));
    return { tally, isKept: tally === kept };
  } finally {
    crew.close();
  }
}

/**
 * Puts the tallies of all parts of a dataset together into a file.
 *
 * @param parts Their files, in any order.
 * @throws {TypeError} If they do not belong together, or another file stands there.
 * @throws {RangeError} If parts are missing.
 */
export async function mergeInto(file: string, parts: readonly string[]): Promise<Tally> {
  await using output = await openTallyOutput(file);
  const files = createFiles(".");
  const merger = openMerger();
  for (const part of parts) {
    merger.add({ file: part, tally: readTally(await files.load(part), part) });
  }
  const whole = merger.finish();
  await output.write(writeTally(whole));
  return whole;
}
