import type { Effects } from "../effects.ts";
import { listSome } from "../words/quantity.ts";
import type { Notes } from "./notes.ts";

/** The endings of photos, and of arrays that are fed as they are. */
export const PHOTOS = ["jpg", "jpeg", "png", "webp", "avif", "gif", "tif", "tiff", "npy"] as const;

/** The endings of files of reviews. */
export const REVIEWS = ["json"] as const;

/** A path or glob of a config. */
export interface Wanted {
  readonly pattern: string;
  /** The field that holds it. */
  readonly field: string;
  /** The endings of the files that are taken of a folder. */
  readonly suffixes: readonly string[];
  /** Whether the folders below it are looked into. */
  readonly isDeep?: boolean;
}

/** Lists the files that a path or glob of a config matches; none is a problem of its field. */
export async function listMatches(
  { pattern, field, suffixes, isDeep = false }: Wanted,
  files: Effects["files"],
  { problems }: Pick<Notes, "problems">,
): Promise<string[]> {
  const paths = await files.list(pattern, suffixes, { isDeep });
  if (paths.length === 0) {
    const within = isDeep ? "in or below" : "in";
    const inside = isFileName(pattern) ? "" : `, and none is ${within} a folder of that name`;
    const there = await describeFolder(pattern, files);
    problems.push({ path: field, message: `no file matches "${pattern}"${inside}; ${there}` });
  }
  return paths;
}

// "No file matches" alone would sound as if a folder without files were not there.
function isFileName(pattern: string): boolean {
  return /[*?.][^/]*$|\/$/.test(pattern);
}

async function describeFolder(pattern: string, files: Effects["files"]): Promise<string> {
  const folder = pattern.split("/").slice(0, -1).join("/") || ".";
  const there = await files.list(`${folder}/*`, []);
  if (there.length === 0) return `the folder "${folder}" holds no file`;
  return `the folder "${folder}" holds ${listSome(there)}`;
}
