import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { deno } from "../deno.ts";

/** A report that is written by a program of its own, which tells of it on the same terminal. */
export interface ReportRun {
  /** Its exit code; null where it was stopped. */
  readonly ended: Promise<number | null>;
  stop(): void;
}

/** A program and what it is given. */
interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * Writes a report as the command line says. A program of its own reads all modules anew, also a
 * config in TypeScript and templates that have changed, and lets pages be served meanwhile.
 */
export function runReport(args: readonly string[]): ReportRun {
  const line = findProgram();
  const child = spawn(line.program, [...line.args, "report", ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, INIT_CWD: process.cwd() }, // a task runs elsewhere
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  return { ended, stop: () => stopChild(child) };
}

const main = fileURLToPath(new URL("../../cli.ts", import.meta.url));

/** The folder of the checkout that the program runs from; null where it is built. */
export const checkoutFolder = main.endsWith(".ts") ? dirname(dirname(main)) : null;

function findProgram(): CommandLine {
  if (deno === null) return { program: process.execPath, args: [main] };
  if (checkoutFolder === null) return { program: process.execPath, args: ["run", "-A", main] };
  // The task builds what has changed, and knows what a report needs.
  const config = join(checkoutFolder, "deno.json");
  return { program: "deno", args: ["task", "--quiet", "--config", config] };
}

function stopChild(child: ChildProcess): void {
  child.kill("SIGTERM");
}
