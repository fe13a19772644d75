import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../../src/cli.ts", import.meta.url));

const CONFIG = fileURLToPath(new URL("../../../deno.json", import.meta.url));

// Threads hold fewer young values: as in the tasks.
const FLAGS = "--v8-flags=--max-semi-space-size=2";

/** The arguments by which Deno runs the program; it tells no downloads. */
export const PROGRAM: readonly string[] = runWith(FLAGS);

/** The same as the task that writes reports, where heaps hold less garbage too. */
export const REPORT: readonly string[] = [
  ...runWith(`${FLAGS},--heap-growing-percent=60`),
  "report",
];

function runWith(flags: string): string[] {
  return ["run", "--quiet", "--allow-all", flags, "--config", CONFIG, CLI];
}

/** How a run of the program ended. */
export interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the program in a folder, as a user would. */
export function startCommand(args: readonly string[], folder: string): Deno.ChildProcess {
  return startDeno([...PROGRAM, ...args], folder);
}

/** Sends a signal to a run that may have ended by itself. */
export function signalRun(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // it has ended
  }
}

/** Runs the program in a folder to its end. */
export async function runCommand(args: readonly string[], folder: string): Promise<Ending> {
  return await runDeno([...PROGRAM, ...args], folder);
}

/** Runs Deno in a folder to its end, with more variables or others than here. */
export async function runDeno(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ending> {
  const { code, stdout, stderr } = await startDeno(args, folder, env).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Starts Deno in a folder, with more variables or others than here. */
export function startDeno(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: folder,
    env: { NO_COLOR: "1", ...env },
    ...{ stdin: "null", stdout: "piped", stderr: "piped" },
  }).spawn();
}
