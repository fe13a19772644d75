import fs from "node:fs/promises";
import { join } from "node:path";
import { type Draft, isDraftName } from "./draft.ts";
import { exchange } from "./exchange.ts";
import { exists, findForeign, listFolders, moveFiles } from "./foreign_files.ts";
import {
  encodeOwnFiles,
  OWN_FILES,
  type OwnFiles,
  readOwnFiles,
  readOwnList,
} from "../file/own_files.ts";

/** A place and the report that it gets. */
export interface Replacement {
  readonly place: string;
  readonly draft: Draft;
  /** The paths of the new report's files. */
  readonly next: ReadonlySet<string>;
}

/** The paths that are not a report's own, of a place that has got another report. */
export interface Foreign {
  /** What was kept in the place. */
  readonly kept: readonly string[];
  /** What stays in the draft, as others stand in its place. */
  readonly left: readonly string[];
}

/**
 * Puts a new report in its place and keeps there what is not the earlier report's. In one step where
 * the system can; where the draft lies within the place, a step for each entry of it.
 *
 * @throws {TypeError} If the new report would overwrite what is not the earlier one's.
 */
export async function replaceReport({ place, draft, next }: Replacement): Promise<Foreign> {
  const own: OwnFiles = await readOwnFiles(place) ?? new Map();
  const kept = await exists(place) ? await findForeign(place, own, next) : [];
  requireNoClash(kept, next);
  await fs.writeFile(draft.list, listBoth(own, next)); // for who clears up after a kill
  if (draft.folder.startsWith(`${place}/`)) await putEntries({ place, draft, next }, own);
  else await put(draft.folder, place, draft.earlier);
  const replaced = await readOwnList(join(draft.earlier, OWN_FILES)) ?? own; // another run's, maybe
  const left = await bringBack(draft.earlier, place, { own: replaced, next });
  if (left.length > 0) await fs.writeFile(draft.list, encodeOwnFiles(replaced)); // not `next`
  return { kept: kept.filter((path) => !isDraftName(path, place)), left };
}

// While one replaces the other both are own, and what the new one writes with any content.
function listBoth(own: OwnFiles, next: ReadonlySet<string>): string {
  return encodeOwnFiles(new Map([...own, ...[...next].map((path) => [path, null] as const)]));
}

interface Files {
  readonly own: OwnFiles;
  readonly next: ReadonlySet<string>;
}

async function bringBack(from: string, place: string, { own, next }: Files): Promise<string[]> {
  if (!await exists(from)) return [];
  const foreign = await findForeign(from, own, next);
  return await moveFiles(foreign, from, place);
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
  if (!await exists(to)) return await fs.rename(from, to);
  if (exchange(from, to)) return await fs.rename(from, earlier);
  await fs.rename(to, earlier);
  try {
    await fs.rename(from, to);
  } catch (error) {
    await fs.rename(earlier, to);
    throw error;
  }
}

// The list of files goes first, as one of both reports, and last, as the new one's.
async function putEntries({ place, draft, next }: Replacement, own: OwnFiles): Promise<void> {
  await fs.mkdir(draft.earlier);
  const both = join(draft.earlier, OWN_FILES);
  await fs.writeFile(both, listBoth(own, next));
  await fs.rename(both, join(place, OWN_FILES));
  const names = listNames(next);
  const stale = listNames(own.keys());
  for (const name of [...names].filter((name) => name !== OWN_FILES)) {
    await put(join(draft.folder, name), join(place, name), join(draft.earlier, name));
  }
  const entries = await fs.readdir(place);
  const old = entries.filter((name) => stale.has(name) && !names.has(name));
  await moveFiles(old, place, draft.earlier);
  await fs.rename(join(draft.folder, OWN_FILES), join(place, OWN_FILES));
}

// The first step of each path.
function listNames(paths: Iterable<string>): Set<string> {
  return new Set([...paths].map((path) => path.split("/")[0]!));
}

/**
 * Puts right what a killed run left: a report that it had moved away comes back to its place, and so
 * does what was not the report's. Gives the paths that could not, as others stand there.
 */
export async function recoverDraft(place: string, draft: Draft): Promise<string[]> {
  const { earlier, folder, list } = draft;
  if (!await exists(place) && await exists(earlier)) await fs.rename(earlier, place);
  const own = await readOwnList(list);
  if (own === null) return []; // it had not begun to replace anything
  const next = new Set([...own.keys()].filter((path) => own.get(path) === null));
  for (const name of listNames(next)) {
    const isMovedAway = await exists(join(earlier, name)) && await exists(join(folder, name));
    if (isMovedAway) await moveFiles([name], earlier, place);
  }
  const left: string[] = [];
  for (const part of [earlier, folder]) left.push(...await bringBack(part, place, { own, next }));
  return left;
}
