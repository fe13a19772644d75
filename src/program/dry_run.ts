import type { Config } from "../config/config.ts";
import { writeForecastTable } from "../forecast/forecast_table.ts";
import { createReading } from "../host/host_effects.ts";
import { measureRoom } from "../host/output/room.ts";
import { writeError, writeOutput } from "../host/process/terminal.ts";
import { type GenerateOptions, prepareReport } from "../prepare.ts";
import { formatBytes } from "../reason/byte_size.ts";
import { EXIT } from "./exit.ts";
import { writeFailureLines } from "./failure_lines.ts";

/** Where a report would be written, and what of. */
interface DryRun {
  /** The folder that the paths of the config are relative to. */
  readonly folder: string;
  readonly out: string;
  readonly options: GenerateOptions;
}

/** Tells what the report of a config would take, writes nothing, and gives the exit code. */
export async function tellDryRun(
  config: Config,
  { folder, out, options }: DryRun,
): Promise<number> {
  const warn = (warning: string): void => writeError(`warning: ${warning}`);
  using prepared = await prepareReport(
    config,
    createReading({ folder, note: writeError, warn }),
    options,
  );
  const { survey, forecast } = prepared;
  writeOutput(writeForecastTable(forecast));
  const room = await measureRoom(out);
  if (forecast.aside > 0) {
    writeOutput(`until it is whole, maps to compare take ${formatBytes(forecast.aside)} more\n`);
  }
  if (room !== null) writeOutput(`left on the disk: ${formatBytes(room)}\n`);
  const taken = forecast.bytes + forecast.aside;
  if (room !== null && room < taken) warn(`the disk of "${out}" has too little room`);
  writeFailureLines(survey.failures).forEach(writeError);
  return survey.failures.length === 0 ? EXIT.well : EXIT.incomplete;
}
