// @ts-types="./papaparse.d.ts"
import papaparse from "papaparse";

/** Finds the label of a photo by its path; null where the table has none. */
export type FindLabel = (path: string) => string | null;

/**
 * Reads a table of paths and labels, a line each: the first two columns of a CSV file. Photos are
 * found by their paths, else by the names of their files. A first line that names no photo is its head.
 */
export function parseLabelTable(text: string): FindLabel {
  const labels = new Map<string, string>();
  for (const [path, label] of papaparse.parse(text, { skipEmptyLines: true }).data) {
    if (path === undefined || label === undefined) continue;
    labels.set(normalize(path), label.trim());
  }
  return (path) => labels.get(normalize(path)) ?? labels.get(path.split("/").at(-1)!) ?? null;
}

function normalize(path: string): string {
  return path.trim().replaceAll("\\", "/").replace(/^\.\//, "");
}
