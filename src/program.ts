import { Command, CommanderError, InvalidArgumentError } from "commander";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Runtime } from "./effects.ts";
import { generate } from "./generate.ts";
import { loadConfig, NO_CONFIG } from "./host/file/config_file.ts";
import { createFiles } from "./host/file/files.ts";
import { cleanOnInterrupt, workForSupervisor } from "./host/process/interrupt.ts";
import { returnToUser } from "./host/file/project_folder.ts";
import { openTerminal, tellError, writeError, writeOutput } from "./host/process/terminal.ts";
import { escapeJson } from "./report/json.ts";
import { writeLayerTable } from "./plan/layer_table.ts";
import type { ReportModel } from "./report/report_model.ts";
import { surveyLayers } from "./survey/layer_list.ts";
import { GENERATOR } from "./version.ts";

/** How the program ended, for scripts that call it. */
const EXIT = { well: 0, incomplete: 1, nothing: 2 } as const;

/** Where a report is written unless another place is named. */
const OUT = { folder: "dist", file: "report.html" } as const;

const PORT = 8080;

const MOST_JOBS = 64;

interface ReportFlags {
  readonly config?: string;
  readonly out?: string;
  readonly singleFile: boolean;
  readonly force: boolean;
  readonly npy: boolean;
  readonly jobs?: number;
  readonly quiet: boolean;
}

/** Runs the command line and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  let code: number = EXIT.well;
  const program = new Command("convatlas")
    .description(
      "An atlas of a convolutional network: every kernel beside the feature map it makes",
    )
    .version(GENERATOR)
    .exitOverride()
    .configureOutput({ writeErr: (text) => text.trimEnd().split("\n").forEach(writeError) });
  program.command("report")
    .description("write the report of a config as static pages")
    .option(
      "--config <file>",
      "convatlas.json or convatlas.config.ts; default: the one in this folder, else the embedded one",
    )
    .option(
      "--out <path>",
      `the folder of the report, default: ${OUT.folder} beside the config; with --single-file the file, default: ${OUT.file}`,
    )
    .option("--single-file", "write one HTML file that holds the whole report", false)
    .option("--force", "with --single-file: write it also beyond 100 MB", false)
    .option("--npy", "write kernels and maps as .npy files too", false)
    .option(
      "--jobs <number>",
      "how many layers are drawn at once; 1 draws them one after the other, in less memory; " +
        "default: as many as there are cores",
      parseJobs,
    )
    .option("--quiet", "tell no progress", false)
    .action(async (flags: ReportFlags) => {
      code = await report(flags);
    });
  program.command("layers")
    .description("list the convolutions of a model, without running it on a photo")
    .argument("<model>", "an ONNX file")
    .option("--json", "write JSON", false)
    .action(async (path: string, { json }: { readonly json: boolean }) => await layers(path, json));
  program.command("serve")
    .description("serve a report to browsers on this machine, until Ctrl-C")
    .argument("[folder]", "the folder of the report", OUT.folder)
    .option("--port <number>", "the port", parsePort, PORT)
    .action((folder: string, { port }: { readonly port: number }) => serve(folder, port));
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.well : EXIT.nothing;
    tellError(error);
    return EXIT.nothing;
  }
}

async function report({ config: named, quiet, npy, ...flags }: ReportFlags): Promise<number> {
  const { singleFile, force, jobs = null } = flags;
  if (force && !singleFile) {
    throw new TypeError("Cannot force a folder: --force goes with --single-file");
  }
  await using loaded = await loadConfig(named);
  const { config, folder, source, origin } = loaded;
  if (origin === "embedded" && !quiet) writeError(NO_CONFIG);
  const home = origin === "found" ? relative("", folder) : "";
  const { out = join(home, singleFile ? OUT.file : OUT.folder) } = flags;
  const terminal = openTerminal({ quiet });
  const warnings: string[] = []; // told when the bar has ended
  const warn = (warning: string): void => void warnings.push(warning);
  const { openDenoEffects } = await import("./host/deno_effects.ts"); // loads the native libraries
  const effects = await openDenoEffects({
    ...{ folder, out, jobs, tell: terminal.tell, warn },
    singleFile: singleFile ? { force } : null,
  });
  cleanOnInterrupt(async () => {
    await effects.output.discard();
    await loaded[Symbol.asyncDispose]();
  });
  try {
    const { failures, models } = await generate(config, effects, { npy, source })
      .finally(terminal.finish);
    for (const { where, message } of failures) writeError(`left out: ${where}: ${message}`);
    for (const warning of warnings) writeError(`warning: ${warning}`);
    if (!models.some(hasMaps)) writeError("warning: the report holds no feature map");
    writeError(`wrote ${singleFile ? out : `${out}/index.html`}`);
    return failures.length === 0 ? EXIT.well : EXIT.incomplete;
  } finally {
    effects.crew.close();
    await effects.output.discard();
  }
}

function hasMaps({ layers }: ReportModel): boolean {
  return layers.some(({ maps }) => maps.length > 0);
}

// The runtime is loaded where something is computed; most models store all that is listed.
const lateRuntime: Runtime = {
  name: "onnxruntime-node",
  open: async (model) => (await import("./host/session.ts")).onnxRuntime.open(model),
};

async function layers(path: string, json: boolean): Promise<void> {
  const world = { files: createFiles(dirname(path)), runtime: lateRuntime };
  const rows = await surveyLayers(basename(path), world);
  writeOutput(
    json ? `${escapeJson(JSON.stringify(rows, null, 2), UNSEEN)}\n` : writeLayerTable(rows),
  );
}

async function serve(folder: string, port: number): Promise<never> {
  const { serveFolder } = await import("./host/serve.ts"); // a report needs no server
  const { address } = await serveFolder({ folder, port });
  writeError(`serving "${folder}" at ${address}, Ctrl-C ends it`);
  if (!existsSync(folder)) writeError(`"${folder}" is not there yet: "report" writes it`);
  return await new Promise(() => {});
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError("a port is a whole number from 0 to 65535");
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new InvalidArgumentError(`jobs are a whole number from 1 to ${MOST_JOBS}`);
}

// What terminals obey, and what turns the order of a text round.
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

workForSupervisor(async (args) => {
  returnToUser();
  return await main(args);
});
