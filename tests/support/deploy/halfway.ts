import { setTimeout as wait } from "node:timers/promises";
import { isThere } from "../temp_folder.ts";
import type { DatasetProject } from "./dataset_project.ts";

/**
 * Waits until a part is being measured, stops that run and gives the number of its process: it goes no
 * further until it is killed.
 */
export async function stopHalfway(project: DatasetProject, part: string): Promise<number> {
  for (;;) {
    const run = await findRun(project, part);
    if (run !== null) {
      await wait(MOMENT);
      Deno.kill(run, "SIGSTOP");
      return run;
    }
    await wait(STEP);
  }
}

// How often it is looked for, and how long it may measure: much less than a part takes.
const STEP = 10; // ms
const MOMENT = 50; // ms

/** Waits until a process is no more. */
export async function waitForEnd(process: number): Promise<void> {
  while (await isThere(`/proc/${process}`)) await wait(STEP);
}

async function findRun({ path }: DatasetProject, part: string): Promise<number | null> {
  for await (const { name } of Deno.readDir("/proc")) {
    if (/^\d+$/.test(name) && await isMeasuring(`/proc/${name}`, path, part)) return Number(name);
  }
  return null;
}

// Once the runtime is loaded the network is, and then photos run.
async function isMeasuring(process: string, folder: string, part: string): Promise<boolean> {
  try {
    const [command, ...args] = (await Deno.readTextFile(`${process}/cmdline`)).split("\0");
    return command === Deno.execPath() && args.includes(part) &&
      await Deno.readLink(`${process}/cwd`) === folder &&
      (await Deno.readTextFile(`${process}/maps`)).includes("onnxruntime");
  } catch {
    return false; // it has ended
  }
}
