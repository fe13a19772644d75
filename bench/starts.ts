import { fileURLToPath } from "node:url";
import { PROGRAM, REPORT } from "../tests/support/program/command.ts";
import { type Cost, measureProcess } from "./measured_process.ts";
import { medianCost } from "./result.ts";

/** What a run of the program costs in which starting it is much of the work. */
export interface Start {
  readonly name: string;
  readonly cost: Cost;
}

type Command = readonly [string, ...string[]];

/** Measures what a user waits for most often: a word of help, a look into a large model, the embedded report. */
export async function measureStarts(
  { model, out, runs }: { readonly model: string; readonly out: string; readonly runs: number },
): Promise<Start[]> {
  const deno = Deno.execPath();
  const project = fileURLToPath(new URL("../deno.json", import.meta.url));
  const embedded = fileURLToPath(new URL("../fixtures/convatlas.json", import.meta.url));
  const options = ["--config", embedded, "--out", out, "--quiet"];
  const commands: Readonly<Record<string, Command>> = {
    "--version": [deno, ...PROGRAM, "--version"],
    "layers of AlexNet": [deno, ...PROGRAM, "layers", model],
    "report, the embedded default": [deno, ...REPORT, ...options],
    "deno task report, the same": [
      deno,
      "task",
      "--quiet",
      "--config",
      project,
      "report",
      ...options,
    ],
  };
  const starts: Start[] = [];
  for (const [name, command] of Object.entries(commands)) {
    const costs: Cost[] = [];
    for (let i = 0; i < runs; i++) costs.push(await measureProcess(command));
    starts.push({ name, cost: medianCost(costs)! });
  }
  return starts;
}
