import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);

/** The folder of this project; null where it is no checkout. */
export const projectFolder = root.protocol === "file:" ? resolve(fileURLToPath(root)) : null;

/**
 * Goes to the folder where the user stands: a task runs in the folder of its project, and tells in
 * `INIT_CWD` where it was called.
 */
export function returnToUser(): void {
  const called = Deno.env.get("INIT_CWD");
  if (called === undefined || Deno.cwd() !== projectFolder) return;
  try {
    Deno.chdir(called);
  } catch {
    // of another runner, whose folder is gone: the project's own is the best that is known
  }
}
