import { type FormOptions, requireOutside, takeForms, tellForms } from "../form/forms.ts";
import { generate } from "../generate.ts";
import { openHostEffects } from "../host/host_effects.ts";
import { nameProgram } from "../host/file/project_folder.ts";
import { cleanOnInterrupt } from "../host/process/interrupt.ts";
import { tellError, writeError, writeOutput } from "../host/process/terminal.ts";
import { requireFilePlace, writeTextFile } from "../host/output/text_file.ts";
import type { Report } from "../report/report.ts";
import type { ReportModel } from "../report/report_model.ts";
import { tellFailedChecks, writeCheckSummary } from "./check_summary.ts";
import { tellDryRun } from "./dry_run.ts";
import { EXIT } from "./exit.ts";
import { keepMeasurement } from "./dataset/kept_measurement.ts";
import { findOut } from "./out_path.ts";
import { writeFailureLines } from "./failure_lines.ts";
import { answerRequest, loadRequest, type Request, type RequestFlags } from "./request.ts";
import { tellRequest } from "./request_text.ts";
import { openTold } from "./told.ts";

/** What a user asks of a report, beside fields of its config. */
export interface ReportFlags extends FormOptions, RequestFlags {
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly singleFile?: boolean;
  readonly force?: boolean;
  readonly small?: boolean;
  readonly jobs?: number;
  readonly summary?: string;
  readonly check?: readonly string[];
  readonly quiet?: boolean;
  /** Where what is measured is kept from one drawing to the next. */
  readonly session?: string;
}

/**
 * Writes the report of what is named, or tells what it would take, and gives the exit code.
 *
 * @param others What else may have been meant by a name that no file has.
 */
export async function report(
  names: readonly string[],
  flags: ReportFlags,
  others: readonly string[],
): Promise<number> {
  const { singleFile = false, force = false, small = false, quiet = false } = flags;
  if (force && !singleFile) {
    throw new TypeError("Cannot force a folder: --force goes with --single-file");
  }
  if (small && !singleFile) {
    throw new TypeError("Cannot write a small folder: --small goes with --single-file");
  }
  if (singleFile) requireOutside(flags);
  await using request = await loadRequest(names, flags, others);
  await requireSummary(flags);
  if (!quiet) tellRequest(request).forEach(writeError);
  return await answerRequest(request, () => makeReport(request, flags));
}

// What is checked is a report; a dry run makes none.
async function requireSummary({ dryRun = false, summary, check }: ReportFlags): Promise<void> {
  const option = summary === undefined ? check && "--check" : "--summary";
  if (dryRun && option !== undefined) {
    throw new TypeError(`Cannot check a dry run: leave out ${option}, or --dry-run`);
  }
  if (summary !== undefined) await requireFilePlace(summary, "summary");
}

async function makeReport(request: Request, flags: ReportFlags): Promise<number> {
  const { singleFile = false, force = false, small = false, quiet = false, jobs = null } = flags;
  const { folder, source } = request;
  const config = await keepMeasurement(request, flags);
  const out = flags.out ?? findOut(request, singleFile);
  const options = { ...takeForms(flags), source, small, program: nameProgram() };
  if (flags.dryRun) return await tellDryRun(config, { folder, out, options });
  const told = await openTold(quiet);
  const one = singleFile ? { force, small, hasValues: config.values !== "none" } : null;
  const effects = await openHostEffects({ folder, out, jobs, ...told, singleFile: one });
  cleanOnInterrupt(async () => {
    await effects.output.discard();
    await effects.beside.discard();
    await request[Symbol.asyncDispose]();
  });
  try {
    const made = await generate(config, effects, options).finally(told.finish);
    const places = [singleFile ? out : `${out}/index.html`, ...tellForms(options)];
    return await tellChecks(made, tellEnd(made, places), flags);
  } finally {
    effects.crew.close();
    await effects.output.discard();
    await effects.beside.discard();
  }
}

function tellEnd({ failures, models }: Report, places: readonly string[]): number {
  writeFailureLines(failures).forEach(writeError);
  if (!models.some(hasMaps)) writeError("warning: the report holds no feature map");
  for (const place of places) writeError(`wrote ${place}`);
  return failures.length === 0 ? EXIT.well : EXIT.incomplete;
}

function hasMaps({ layers }: ReportModel): boolean {
  return layers.some(({ maps }) => maps.length > 0);
}

// A summary that cannot be written leaves the report as it is.
async function tellChecks(report: Report, code: number, { summary }: ReportFlags): Promise<number> {
  const { checks } = report;
  if (checks.length === 0 && summary === undefined) return code;
  const text = writeCheckSummary(report);
  if (checks.length > 0) writeOutput(text);
  const failed = tellFailedChecks(report);
  failed.forEach(writeError);
  const end = failed.length > 0 ? EXIT.failedCheck : code;
  if (summary === undefined) return end;
  try {
    await writeTextFile(summary, text, "summary");
  } catch (error) {
    tellError(error);
    return failed.length > 0 ? end : EXIT.incomplete;
  }
  writeError(`wrote ${summary}`);
  return end;
}
