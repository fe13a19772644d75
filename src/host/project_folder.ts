import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

/** The folder of this project; null where it is no checkout. */
export const projectFolder = root.protocol === "file:" ? resolve(fileURLToPath(root)) : null;

/** Tells whether a path is a folder or lies within it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path);
}

/**
 * Goes to the folder where the user stands: a task runs in the folder of its project, and tells in
 * `INIT_CWD` where it was called.
 */
export function returnToUser(): void {
  const called = Deno.env.get("INIT_CWD");
  if (called !== undefined && Deno.cwd() === projectFolder) Deno.chdir(called);
}
