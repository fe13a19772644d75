import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

/** What a process took. */
export interface Cost {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of the processors, those of the system included; null where nothing here tells. */
  readonly cpu: number | null;
  /** The most memory at a time, in MB; null where nothing here tells. */
  readonly peak: number | null;
}

/** A process that has ended. */
export interface EndedProcess extends Cost {
  readonly stdout: string;
}

// Writes user seconds, system seconds and the peak in KB into a file, as GNU time does.
const PYTHON_TIMER = `
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
open(sys.argv[1], "w").write(f"{used.ru_utime} {used.ru_stime} {int(peak)}")
sys.exit(code)`;

/**
 * Runs a process to its end and measures it and those that it starts; the peak is that of the largest
 * one.
 *
 * @throws {Error} If it fails.
 */
export async function measureProcess(
  command: readonly [string, ...string[]],
): Promise<EndedProcess> {
  const figures = await Deno.makeTempFile({ prefix: "convatlas-bench-" });
  try {
    const timer = await findTimer(figures);
    const [program, ...args] = [...timer, ...command] as [string, ...string[]];
    const began = performance.now();
    const { code, stdout, stderr } = await new Deno.Command(program, {
      ...{ args, env: { NO_COLOR: "1" }, stdin: "null" },
    }).output();
    const wall = (performance.now() - began) / 1000;
    const decoder = new TextDecoder();
    if (code !== 0) {
      const told = decoder.decode(stderr);
      throw new Error(`Cannot measure "${command.join(" ")}": it ended with ${code}\n${told}`);
    }
    const [user = null, system = 0, peak = null] = await readFigures(figures);
    const cpu = user === null ? null : user + system;
    return {
      ...{ wall, cpu, peak: peak === null ? null : peak * 1024 / 1e6 },
      stdout: decoder.decode(stdout),
    };
  } finally {
    await Deno.remove(figures);
  }
}

/** Names the command by which Deno runs a program of this folder. */
export function nameProgram(file: string): [string, ...string[]] {
  const [config, program] = ["../deno.json", file].map(locate) as [string, string];
  return [Deno.execPath(), "run", "--quiet", "--allow-all", "--config", config, program];
}

/** Gives the path of a file of this folder. */
export function locate(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

async function findTimer(figures: string): Promise<string[]> {
  for (const time of await findPrograms("time")) {
    const { success } = await new Deno.Command(time, { args: ["--version"] }).output();
    if (success) return [time, "--format", "%U %S %M", "--output", figures]; // GNU's
  }
  const [python] = await findPrograms("python3");
  return python === undefined ? [] : [python, "-c", PYTHON_TIMER, figures];
}

/** Finds the programs of a name, in the order in which a shell looks for them. */
export async function findPrograms(name: string): Promise<string[]> {
  const folders = (Deno.env.get("PATH") ?? "").split(delimiter);
  const paths = folders.map((folder) => `${folder}/${name}`);
  const found = paths.map((path) => Deno.stat(path).then(({ isFile }) => isFile, () => false));
  const there = await Promise.all(found);
  return paths.filter((_, i) => there[i]);
}

async function readFigures(path: string): Promise<number[]> {
  const text = (await Deno.readTextFile(path)).trim();
  return text === "" ? [] : text.split("\n").at(-1)!.split(" ").map(Number);
}
