import { lstat, mkdir, readdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isMissing } from "../file/fault.ts";
import { hashContent, type OwnFiles } from "../file/own_files.ts";

/**
 * Finds what lies in a report's folder and is not its own: the paths of files, and of folders that
 * hold nothing of a report. What the report wrote and somebody changed is its own only where `next`,
 * the report that follows, writes it anew.
 */
export async function findForeign(
  folder: string,
  own: OwnFiles,
  next: ReadonlySet<string>,
): Promise<string[]> {
  const shared = new Set([...listFolders(own.keys()), ...listFolders(next)]);
  const foreign: string[] = [];
  const visit = async (within: string): Promise<void> => {
    for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
      const path = within === "" ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory() && shared.has(path)) await visit(path);
      else if (!entry.isFile() || !await isOwn(folder, path, { own, next })) foreign.push(path);
    }
  };
  await visit("");
  return foreign.sort();
}

/** Lists the folders above paths. */
export function listFolders(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    let above = dirname(path);
    for (; above !== "." && !folders.has(above); above = dirname(above)) folders.add(above);
  }
  return folders;
}

async function isOwn(
  folder: string,
  path: string,
  { own, next }: { readonly own: OwnFiles; readonly next: ReadonlySet<string> },
): Promise<boolean> {
  const sha256 = own.get(path);
  if (sha256 === undefined) return false;
  return sha256 === null || next.has(path) ||
    hashContent(await readFile(join(folder, path))) === sha256;
}

/**
 * Moves files of one folder to the same paths of another, and gives the paths of those that stay
 * since something else stands there.
 */
export async function moveFiles(
  paths: readonly string[],
  from: string,
  to: string,
): Promise<string[]> {
  const left: string[] = [];
  for (const path of paths) {
    const target = join(to, path);
    if (await exists(target)) left.push(path);
    else {
      await mkdir(dirname(target), { recursive: true });
      await rename(join(from, path), target);
    }
  }
  return left;
}

/** Tells whether anything stands at a path, a link that leads nowhere too. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
