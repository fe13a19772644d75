import { basename, dirname } from "node:path";
import { nameModelFile } from "../config/file_name.ts";

/**
 * Names models after their files; where two have the same name, after as many of the folders above
 * them as tell them apart.
 */
export function nameModels(paths: readonly string[]): string[] {
  return paths.map((path) => {
    const name = nameModelFile(path);
    const twins = paths.filter((other) => other !== path && nameModelFile(other) === name);
    return nameApart(path, name, twins);
  });
}

function nameApart(path: string, name: string, twins: readonly string[]): string {
  const folder = dirname(path);
  const same = twins.filter((twin) => basename(dirname(twin)) === basename(folder));
  if (twins.length === 0 || dirname(folder) === folder) return name;
  return nameApart(folder, `${basename(folder)}/${name}`, same.map(dirname));
}
