import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The files that a report is made of: their SHA-256 by path; null where any content is its own. */
export type OwnFiles = ReadonlyMap<string, string | null>;

/** The file in which a report lists its own files. */
export const OWN_FILES = "files.json";

const FORMAT = "convatlas-files";

/** Encodes the list of a report's files, in the order of their paths. */
export function encodeOwnFiles(files: OwnFiles): string {
  const sorted = [...files].sort(([a], [b]) => a < b ? -1 : 1);
  const list = { format: FORMAT, version: 1, files: Object.fromEntries(sorted) };
  return `${JSON.stringify(list, null, 1)}\n`;
}

/** Computes the SHA-256 of a file's content, in hexadecimal. */
export function hashContent(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Reads which files of a folder are those of a report; null where it is no report. */
export async function readOwnFiles(folder: string): Promise<OwnFiles | null> {
  const listed = await readOwnList(join(folder, OWN_FILES));
  if (listed !== null) return listed;
  const report = await readJson(join(folder, "report.json"));
  return report?.format === "convatlas-report" ? await guessOwnFiles(folder, report) : null;
}

/** Reads a list of a report's files; null where it is none. */
export async function readOwnList(path: string): Promise<OwnFiles | null> {
  const list = await readJson(path);
  if (list?.format !== FORMAT || !isRecord(list.files)) return null;
  return new Map([[OWN_FILES, null], ...Object.entries(list.files).map(readEntry)]);
}

function readEntry([path, sha256]: [string, unknown]): [string, string | null] {
  return [path, sha256 === null ? null : String(sha256)];
}

// A report that does not list them has these, and a folder for each model.
const USUAL = /^(index|compare)(\.[\w-]+)?\.html$|^(assets|images)$|^report\.json$|^\.nojekyll$/;

// The kinds of files in those folders.
const WRITTEN = /\.(css|html|js|json|npy|png)$/;

async function guessOwnFiles(
  folder: string,
  { models }: Readonly<Record<string, unknown>>,
): Promise<OwnFiles> {
  const ids = new Set(Array.isArray(models) ? models.map((model) => model?.id) : []);
  const own = new Map<string, null>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (!USUAL.test(name) && !ids.has(name)) continue;
    if (!entry.isDirectory()) own.set(name, null);
    else for await (const path of walk(folder, name)) own.set(path, null);
  }
  return own;
}

async function* walk(folder: string, path: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
    const { name } = entry;
    if (name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* walk(folder, `${path}/${name}`);
    else if (WRITTEN.test(name)) yield `${path}/${name}`;
  }
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
