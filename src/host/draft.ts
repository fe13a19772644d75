import { basename, dirname, join } from "node:path";
import { describeFault } from "./fault.ts";
import { exists } from "./foreign_files.ts";

/** A folder of work beside what it will replace, locked while its run lives. */
export interface Draft {
  /** The folder that takes what is written. */
  readonly folder: string;
  /** The folder that takes what is replaced. */
  readonly earlier: string;
  /** Removes it with all that it holds. */
  remove(): Promise<void>;
}

const PARTS = { lock: "lock", folder: "report", earlier: "earlier" } as const;

/**
 * Makes a draft for a place: beside it, or in it where the place is a mount point or its own folder
 * takes no files, as renaming does not leave a file system.
 */
export async function makeDraft(place: string, out: string): Promise<Draft> {
  try {
    const parent = dirname(place);
    await Deno.mkdir(parent, { recursive: true });
    return await makeWithin(parent, place) ?? await lockDraft(await makeFolder(place, place));
  } catch (cause) {
    throw new Error(`Cannot write report to "${out}": ${describeFault(cause)}`, { cause });
  }
}

async function makeWithin(parent: string, place: string): Promise<Draft | null> {
  const isFolder = await exists(place) && (await Deno.stat(place)).isDirectory;
  try {
    const made = await makeFolder(parent, place);
    if (!isFolder || await canRename(made, place)) return await lockDraft(made);
    await Deno.remove(made, { recursive: true });
    return null;
  } catch (error) {
    if (isFolder) return null;
    throw error;
  }
}

async function makeFolder(parent: string, place: string): Promise<string> {
  return await Deno.makeTempDir({ dir: parent, prefix: prefixOf(place) });
}

function prefixOf(place: string): string {
  return `.${basename(place)}-`;
}

// Whether a folder can be moved into the place and back.
async function canRename(made: string, place: string): Promise<boolean> {
  const probe = join(made, "probe");
  const probed = join(place, `${basename(made)}-probe`);
  await Deno.mkdir(probe);
  try {
    await Deno.rename(probe, probed);
    await Deno.remove(probed);
    return true;
  } catch {
    return false;
  }
}

async function lockDraft(path: string): Promise<Draft> {
  const lock = await Deno.open(join(path, PARTS.lock), { create: true, write: true });
  await lock.lock(true);
  await Deno.mkdir(join(path, PARTS.folder));
  return holdDraft(path, lock);
}

function holdDraft(path: string, lock: Deno.FsFile): Draft {
  let held = true;
  return {
    folder: join(path, PARTS.folder),
    earlier: join(path, PARTS.earlier),
    remove: async () => {
      if (!held) return;
      held = false;
      await removeTree(join(path, PARTS.folder)); // the lock is the last to go
      await removeTree(join(path, PARTS.earlier));
      await removeTree(path);
      lock.close(); // lets the lock go
    },
  };
}

/** Finds the drafts that killed runs left for a place; each is held until it is removed. */
export async function findDead(place: string): Promise<Draft[]> {
  const dead: Draft[] = [];
  for (const parent of [dirname(place), place]) {
    for (const name of await listDrafts(parent, place)) {
      const lock = takeLock(join(parent, name, PARTS.lock));
      if (lock !== null) dead.push(holdDraft(join(parent, name), lock));
    }
  }
  return dead;
}

async function listDrafts(parent: string, place: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(parent));
    return entries.flatMap(({ name, isDirectory }) =>
      isDirectory && isDraftName(name, place) ? [name] : []
    );
  } catch {
    return []; // there is no such folder, or none that may be listed
  }
}

/** Tells whether a name is one of a draft for a place. */
export function isDraftName(name: string, place: string): boolean {
  return name.startsWith(prefixOf(place));
}

// Null where the run lives that made it.
function takeLock(path: string): Deno.FsFile | null {
  try {
    const lock = Deno.openSync(path, { read: true, write: true });
    if (lock.tryLockSync(true)) return lock;
    lock.close();
    return null;
  } catch {
    return null; // no draft of ours
  }
}

/** Removes a folder with all that it holds, where there is one. */
export async function removeTree(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
