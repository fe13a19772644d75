import { lstat, realpath } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";

/** Drops the paths that lead through a link to a folder which holds it: their files have others. */
export async function dropLooped(paths: readonly string[], folder: string): Promise<string[]> {
  const known = new Map<string, Promise<boolean>>();
  const isLooped = (path: string): Promise<boolean> => {
    const found = known.get(path) ?? findLoop(path);
    known.set(path, found);
    return found;
  };
  const findLoop = async (path: string): Promise<boolean> => {
    const above = dirname(path);
    if (above === path) return false;
    return await isLooped(above) || await isLoop(resolve(folder, path));
  };
  const looped = await Promise.all(paths.map((path) => isLooped(dirname(path))));
  return paths.filter((_, i) => !looped[i]);
}

async function isLoop(path: string): Promise<boolean> {
  if (!(await lstat(path)).isSymbolicLink()) return false;
  const [target, place] = await Promise.all([realpath(path), realpath(dirname(path))]);
  return !relative(target, place).startsWith("..");
}
