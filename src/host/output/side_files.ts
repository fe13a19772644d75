import { appendFile, mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import type { SideFiles } from "../../effects.ts";
import { describeFault } from "../file/fault.ts";
import { type IsOwn, requireOwnFile } from "./own_file.ts";
import { guardSteps } from "./step_guard.ts";

/** A file that is written beside its place. */
interface SideFile {
  readonly place: string;
  readonly draft: string;
  /** The first of the folders that were made for it; null where all were there. */
  readonly made: string | null;
  /** Whether anything was added. */
  filled: boolean;
}

/** Opens what writes files outside of a report's folder; their paths are relative to this one. */
export function openSideFiles(): SideFiles {
  const begun = new Map<string, SideFile>();
  const guard = guardSteps();
  const begin = async (path: string, isOwn: IsOwn): Promise<void> => {
    if (begun.has(path)) return;
    await requireOwnFile(path, isOwn);
    begun.set(path, await dare(path, () => makeDraft(resolve(path))));
  };
  const append = async (path: string, content: Uint8Array | string): Promise<void> => {
    const file = begun.get(path)!;
    await dare(path, () => appendFile(file.draft, content));
    file.filled = true;
  };
  const discard = async (): Promise<void> => {
    const left = [...begun.values()];
    begun.clear();
    for (const { draft } of left) await rm(draft, { force: true });
    for (const file of left) await removeFolders(file); // which held those of others till now
  };
  const commit = async (): Promise<void> => {
    for (const [path, { place, draft, filled }] of [...begun]) {
      if (!filled) continue;
      await dare(path, () => rename(draft, place));
      begun.delete(path);
    }
    await discard();
  };
  return {
    begin: (path, isOwn) => guard.take(() => begin(path, isOwn)),
    append: (path, content) => guard.take(() => append(path, content)),
    commit: () => guard.take(commit),
    discard: async () => {
      await guard.close();
      await discard();
    },
  };
}

// A name that another run for the same file would have too: what a killed one left is written over.
// It says nothing of events, so that TensorBoard does not read a file that is not whole.
function nameDraft(place: string): string {
  const name = createHash("sha256").update(basename(place)).digest("hex").slice(0, 8);
  return join(dirname(place), `.convatlas-${name}`);
}

async function makeDraft(place: string): Promise<SideFile> {
  const made = await mkdir(dirname(place), { recursive: true }) ?? null;
  const draft = nameDraft(place);
  await writeFile(draft, "");
  return { place, draft, made, filled: false };
}

async function removeFolders({ place, made }: SideFile): Promise<void> {
  if (made !== null) await removeEmpty(dirname(place), made);
}

// From a folder up to the first that was made.
async function removeEmpty(folder: string, first: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch {
    return; // something has come into it
  }
  if (folder !== first) await removeEmpty(dirname(folder), first);
}

async function dare<Done>(path: string, step: () => Promise<Done>): Promise<Done> {
  try {
    return await step();
  } catch (cause) {
    throw new Error(`Cannot write "${path}": ${describeFault(cause)}`, { cause });
  }
}
