// @ts-types="./papaparse.d.ts"
import papaparse from "papaparse";

/** Finds the label of a photo by its path; null where the table has none. */
export type FindLabel = (path: string) => string | null;

/**
 * Reads a table of paths and labels, a line each: the first two columns of a CSV file. Photos are
 * found by their paths, else by the longest end of these that it has, the name of the file at last.
 * A first line that names no photo is its head, and an empty label is none.
 */
export function parseLabelTable(text: string): FindLabel {
  const labels = new Map<string, string>();
  for (const [path, label] of papaparse.parse(text, { skipEmptyLines: true }).data) {
    if (path === undefined || label === undefined) continue;
    if (label.trim() !== "") labels.set(normalize(path), label.trim());
  }
  return (path) => {
    const names = normalize(path).split("/");
    const ends = names.map((_, i) => names.slice(i).join("/"));
    return ends.map((end) => labels.get(end)).find((label) => label !== undefined) ?? null;
  };
}

function normalize(path: string): string {
  return path.trim().replaceAll("\\", "/").replace(/^\.\//, "");
}
