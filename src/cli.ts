import { Command, CommanderError } from "commander";
import { basename, dirname } from "node:path";
import { generate } from "./generate.ts";
import { loadConfig } from "./host/config_file.ts";
import { openDenoEffects } from "./host/deno_effects.ts";
import { createFiles } from "./host/files.ts";
import { cleanOnInterrupt } from "./host/interrupt.ts";
import { openTerminal, writeError, writeOutput } from "./host/terminal.ts";
import { writeLayerTable } from "./plan/layer_table.ts";
import type { Report } from "./report/report.ts";
import { surveyLayers } from "./survey/layer_list.ts";
import { GENERATOR } from "./version.ts";

/** How the program ended, for scripts that call it. */
const EXIT = { well: 0, incomplete: 1, nothing: 2 } as const;

interface ReportFlags {
  readonly config?: string;
  readonly out: string;
  readonly npy: boolean;
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
    .exitOverride();
  program.command("report")
    .description("write a report into a folder of static pages")
    .option(
      "--config <file>",
      "convatlas.json or convatlas.config.ts; default: the one in this folder, else the embedded one",
    )
    .option("--out <dir>", "the folder of the report", "dist")
    .option("--npy", "write kernels and maps as .npy files too", false)
    .option("--quiet", "tell no progress", false)
    .action(async (flags: ReportFlags) => {
      code = await report(flags);
    });
  program.command("layers")
    .description("list the convolutions of a model, without running it")
    .argument("<model>", "an ONNX file")
    .option("--json", "write JSON", false)
    .action((path: string, { json }: { readonly json: boolean }) => layers(path, json));
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.well : EXIT.nothing;
    writeError(`error: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.nothing;
  }
}

async function report({ config: named, out, npy, quiet }: ReportFlags): Promise<number> {
  const { config, folder } = await loadConfig(named);
  const terminal = openTerminal({ quiet });
  const effects = await openDenoEffects({ folder, out, tell: terminal.tell });
  cleanOnInterrupt(effects.output.discard);
  try {
    const written = await generate(config, effects, { npy }).finally(terminal.finish);
    return conclude(written, out);
  } finally {
    await effects.output.discard();
  }
}

function conclude({ failures }: Report, out: string): number {
  for (const { where, message } of failures) writeError(`left out: ${where}: ${message}`);
  writeError(`wrote ${out}/index.html`);
  return failures.length === 0 ? EXIT.well : EXIT.incomplete;
}

function layers(path: string, json: boolean): void {
  const rows = surveyLayers(basename(path), createFiles(dirname(path)));
  writeOutput(json ? `${JSON.stringify(rows, null, 2)}\n` : writeLayerTable(rows));
}

if (import.meta.main) Deno.exit(await main(Deno.args));
