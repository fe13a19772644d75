import { relative, resolve, sep } from "node:path";

/** Tells whether a path is a folder or lies within it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path);
}
