import { mkdirSync, mkdtempSync } from "node:fs";
import fs from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { describeFault, isMissing } from "../file/fault.ts";
import { exists } from "./foreign_files.ts";
import { isWithin } from "../file/within.ts";
import { announceDraft } from "../process/interrupt.ts";
import { type Lock, makeLock, nameUnfinished, takeLock } from "./lock.ts";

/** A folder of work beside what it will replace, locked while its run lives. */
export interface Draft {
  readonly path: string;
  /** The folder that takes what is written. */
  readonly folder: string;
  /** The folder that takes what is replaced. */
  readonly earlier: string;
  /** The file of what is set aside. */
  readonly aside: string;
  /** The list of what is the two reports' own, there from when one replaces the other. */
  readonly list: string;
  /** Removes it with all that it holds. */
  remove(): Promise<void>;
  /** Leaves it as it is, for the user or the next run. */
  leave(): void;
}

const PARTS = {
  lock: "lock",
  folder: "report",
  earlier: "earlier",
  aside: "aside",
  list: "own.json",
} as const;

// Another run may take a draft for dead before it is locked.
const TRIES = 3;

/**
 * Makes a draft for a place: beside it, or in it where the place is a mount point or its own folder
 * takes no files, as renaming does not leave a file system, or where the user stands in it.
 */
export async function makeDraft(place: string, out: string, what = "report"): Promise<Draft> {
  try {
    const parent = dirname(place);
    await fs.mkdir(parent, { recursive: true });
    return await makeWithin(parent, place) ?? lockFolder(place, place);
  } catch (cause) {
    throw new Error(`Cannot write ${what} to "${out}": ${describeFault(cause)}`, { cause });
  }
}

async function makeWithin(parent: string, place: string): Promise<Draft | null> {
  const isFolder = await exists(place) && (await fs.stat(place)).isDirectory();
  if (isFolder && standsIn(place)) return null; // it may not go from under the user's feet
  try {
    const draft = lockFolder(parent, place);
    if (!isFolder || await canRename(draft.folder, place)) return draft;
    await draft.remove();
    return null;
  } catch (error) {
    if (isFolder) return null;
    throw error;
  }
}

function standsIn(place: string): boolean {
  try {
    return isWithin(process.cwd(), place);
  } catch {
    return false; // the folder is gone, or may not be read
  }
}

// Whether a folder can be moved into the place.
async function canRename(folder: string, place: string): Promise<boolean> {
  const probe = join(folder, "probe");
  const moved = join(place, `${prefixOf(place)}${basename(dirname(folder))}`);
  await fs.mkdir(probe);
  try {
    await fs.rename(probe, moved);
    await fs.rmdir(moved);
    return true;
  } catch {
    return false;
  }
}

function lockFolder(parent: string, place: string, tries = TRIES): Draft {
  const path = mkdtempSync(join(parent, `${prefixOf(place)}${MARK}`));
  try {
    const lock = makeLock(join(path, PARTS.lock));
    mkdirSync(join(path, PARTS.folder));
    announceDraft(path);
    return holdDraft(path, lock);
  } catch (error) {
    if (!isMissing(error) || tries === 1) throw error;
    return lockFolder(parent, place, tries - 1);
  }
}

// What the names of drafts go on with, and end with: a user's own may begin like them.
const MARK = "draft-";
const RANDOM = /^[A-Za-z0-9]{6}$/;

function prefixOf(place: string): string {
  return `.${basename(place)}-`;
}

function holdDraft(path: string, lock: Lock): Draft {
  let held = true;
  return {
    path,
    folder: join(path, PARTS.folder),
    earlier: join(path, PARTS.earlier),
    aside: join(path, PARTS.aside),
    list: join(path, PARTS.list),
    remove: async () => {
      if (!held) return;
      held = false;
      await removeTree(join(path, PARTS.folder)); // the lock is the last to go
      await removeTree(join(path, PARTS.earlier));
      await removeTree(path);
      lock.release();
    },
    leave: () => {
      if (held) lock.release();
      held = false;
    },
  };
}

/** Finds the drafts that killed runs left for a place; each is held until it is removed. */
export async function findDead(place: string): Promise<Draft[]> {
  const dead: Draft[] = [];
  for (const parent of [dirname(place), place]) {
    for (const name of await listDrafts(parent, place)) {
      const path = join(parent, name);
      const lock = takeLock(join(path, PARTS.lock));
      if (lock === "none") await removeEmpty(path);
      else if (lock !== "held") dead.push(holdDraft(path, lock));
    }
  }
  return dead;
}

async function listDrafts(parent: string, place: string): Promise<string[]> {
  try {
    const entries = await fs.readdir(parent, { withFileTypes: true });
    const drafts = entries.filter((entry) => entry.isDirectory() && isDraftName(entry.name, place));
    return drafts.map(({ name }) => name);
  } catch {
    return []; // there is no such folder, or none that may be listed
  }
}

/** Tells whether a name is one of a draft for a place. */
export function isDraftName(name: string, place: string): boolean {
  const prefix = `${prefixOf(place)}${MARK}`;
  return name.startsWith(prefix) && RANDOM.test(name.slice(prefix.length));
}

async function removeEmpty(path: string): Promise<void> {
  try {
    await fs.rm(nameUnfinished(join(path, PARTS.lock)), { force: true });
    await fs.rmdir(path);
  } catch {
    // it holds something, or another run was faster
  }
}

/** Removes a folder with all that it holds, where there is one. */
export async function removeTree(path: string): Promise<void> {
  await fs.rm(path, { recursive: true, force: true });
}
