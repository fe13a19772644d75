import { existsSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);

/** The folder of this project; null where it is no checkout. */
export const projectFolder = root.protocol === "file:" ? resolve(fileURLToPath(root)) : null;

/** Names what a user types before a command: a task tells where it was called. */
export function nameProgram(): string {
  const isTask = projectFolder !== null && existsSync(resolve(projectFolder, "deno.json")) &&
    process.env.INIT_CWD !== undefined;
  return isTask ? "deno task" : "convatlas";
}

/**
 * Goes to the folder where the user stands: a task runs in the folder of its project, and tells in
 * `INIT_CWD` where it was called.
 */
export function returnToUser(): void {
  const called = process.env.INIT_CWD;
  if (called === undefined || process.cwd() !== projectFolder) return;
  try {
    process.chdir(called);
  } catch {
    // of another runner, whose folder is gone: the project's own is the best that is known
  }
}
