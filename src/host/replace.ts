import { join } from "node:path";
import { type Draft, isDraftName } from "./draft.ts";
import { exchange } from "./exchange.ts";
import { exists, findForeign, listFolders, moveFiles } from "./foreign_files.ts";
import { type OwnFiles, readOwnFiles } from "./own_files.ts";

/** A place and the report that it gets. */
export interface Replacement {
  readonly place: string;
  readonly draft: Draft;
  /** The paths of the new report's files. */
  readonly next: ReadonlySet<string>;
}

/**
 * Puts a new report in its place and gives the paths that were kept there, since they are not the
 * earlier report's. In one step where the system can; where the draft lies within the place, a step
 * for each entry of it.
 *
 * @throws {TypeError} If the new report would overwrite what is not the earlier one's.
 */
export async function replaceReport({ place, draft, next }: Replacement): Promise<string[]> {
  const own: OwnFiles = await readOwnFiles(place) ?? new Map();
  const kept = await exists(place) ? await listForeign(place, place, { own, next }) : [];
  requireNoClash(kept, next);
  if (draft.folder.startsWith(`${place}/`)) await putEntries(place, draft, { own, next });
  else await put(draft.folder, place, draft.earlier);
  if (await exists(draft.earlier)) {
    const foreign = await listForeign(draft.earlier, place, { own, next });
    await moveFiles(foreign, draft.earlier, place);
  }
  return kept;
}

interface Files {
  readonly own: OwnFiles;
  readonly next: ReadonlySet<string>;
}

async function listForeign(folder: string, place: string, { own, next }: Files): Promise<string[]> {
  const foreign = await findForeign(folder, own, next);
  return foreign.filter((path) => !isDraftName(path, place));
}

function requireNoClash(kept: readonly string[], next: ReadonlySet<string>): void {
  const folders = listFolders(next);
  const clash = kept.find((path) => next.has(path) || folders.has(path));
  if (clash === undefined) return;
  throw new TypeError(
    `Cannot write report over "${clash}": it is not the earlier report's; move it away`,
  );
}

// What stood at `to` comes to `earlier`.
async function put(from: string, to: string, earlier: string): Promise<void> {
  if (!await exists(to)) return await Deno.rename(from, to);
  if (exchange(from, to)) return await Deno.rename(from, earlier);
  await Deno.rename(to, earlier);
  try {
    await Deno.rename(from, to);
  } catch (error) {
    await Deno.rename(earlier, to);
    throw error;
  }
}

async function putEntries(place: string, draft: Draft, { own, next }: Files): Promise<void> {
  await Deno.mkdir(draft.earlier);
  const names = listNames(next);
  const stale = [...listNames(own.keys())].filter((name) => !names.has(name));
  for (const name of names) {
    await put(join(draft.folder, name), join(place, name), join(draft.earlier, name));
  }
  await moveFiles(stale, place, draft.earlier);
}

// The first step of each path.
function listNames(paths: Iterable<string>): Set<string> {
  return new Set([...paths].map((path) => path.split("/")[0]!));
}

/**
 * Puts right what a killed run left: a report that it had moved away comes back to its place, and so
 * does what was not the report's. Gives the paths that could not, as others stand there.
 */
export async function recoverDraft(place: string, { earlier, folder }: Draft): Promise<string[]> {
  if (!await exists(place) && await exists(earlier)) await Deno.rename(earlier, place);
  const next = new Set((await readOwnFiles(place))?.keys());
  const left: string[] = [];
  for (const part of [earlier, folder]) {
    const own = await readOwnFiles(part);
    if (own === null) continue; // an unfinished report
    left.push(...await moveFiles(await findForeign(part, own, next), part, place));
  }
  return left;
}
