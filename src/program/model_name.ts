import { basename, dirname } from "node:path";

/**
 * Names models after their files; where two have the same name, after as many of the folders above
 * them as tell them apart.
 */
export function nameModels(paths: readonly string[]): string[] {
  return paths.map((path) => {
    const name = stemOf(path);
    const twins = paths.filter((other) => other !== path && stemOf(other) === name);
    return nameApart(path, name, twins);
  });
}

function stemOf(path: string): string {
  return basename(path).replace(/(?<=.)\.onnx$/i, "");
}

function nameApart(path: string, name: string, twins: readonly string[]): string {
  const folder = dirname(path);
  const same = twins.filter((twin) => basename(dirname(twin)) === basename(folder));
  if (twins.length === 0 || dirname(folder) === folder) return name;
  return nameApart(folder, `${basename(folder)}/${name}`, same.map(dirname));
}
