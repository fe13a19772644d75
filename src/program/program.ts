import { Command, CommanderError, InvalidArgumentError } from "commander";
import { workForSupervisor } from "../host/process/interrupt.ts";
import { tellError, writeError } from "../host/process/terminal.ts";
import { GENERATOR } from "../version.ts";
import { EXIT, OUT } from "./exit.ts";
import type { ReportFlags } from "./report_command.ts";

const PORT = 8080;

const MOST_JOBS = 64;

// What a command needs is loaded when it is called: listing layers takes a fifth of a second less.
const REPORT = () => import("./report_command.ts");
const LAYERS = () => import("./layers_command.ts");
const SERVE = () => import("./serve_command.ts");

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
  describeReport(program.command("report")).action(async (flags: ReportFlags) => {
    code = await (await REPORT()).report(flags);
  });
  describeLayers(program.command("layers"))
    .action(async (path: string, { json }: { readonly json: boolean }) =>
      (await LAYERS()).layers(path, json)
    );
  describeServe(program.command("serve"))
    .action(async (folder: string, { port }: { readonly port: number }) =>
      (await SERVE()).serve(folder, port)
    );
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.well : EXIT.nothing;
    tellError(error);
    return EXIT.nothing;
  }
}

function describeReport(command: Command): Command {
  return command
    .description("write the report of a config as static pages")
    .option(
      "--config <file>",
      "convatlas.json or convatlas.config.ts; default: the one in this folder, else the embedded one",
    )
    .option(
      "--out <path>",
      `the folder of the report, default: ${OUT.folder} beside the config; with --single-file the file, default: ${OUT.file}`,
    )
    .option(
      "--dry-run",
      "tell how many files, bytes and seconds it takes, and write nothing",
      false,
    )
    .option("--single-file", "write one HTML file that holds the whole report", false)
    .option("--force", "with --single-file: write it also beyond 100 MB", false)
    .option(
      "--jobs <number>",
      "how many jobs are done side by side; 1 does them one after the other, in less memory; " +
        "default: as many as there are cores, up to 8",
      parseJobs,
    )
    .option("--npy", "write kernels and maps as .npy files too", false)
    .option("--quiet", "tell no progress", false);
}

function describeLayers(command: Command): Command {
  return command
    .description("list the convolutions of a model, without running it on a photo")
    .argument("<model>", "an ONNX file")
    .option("--json", "write JSON", false);
}

function describeServe(command: Command): Command {
  return command
    .description("serve a report to browsers on this machine, until Ctrl-C")
    .argument("[folder]", "the folder of the report", OUT.folder)
    .option("--port <number>", "the port", parsePort, PORT);
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new InvalidArgumentError(`jobs are a whole number from 1 to ${MOST_JOBS}`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError("a port is a whole number from 0 to 65535");
}

workForSupervisor(main);
