import { chmod, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Output } from "../../effects.ts";
import { listSome } from "../../words/quantity.ts";
import { openAside } from "./aside.ts";
import { writeInto } from "./draft_file.ts";
import { type Draft, findDead, isDraftName, makeDraft, removeTree } from "./draft.ts";
import { describeFault, findFault } from "../file/fault.ts";
import { keepHashes } from "./file_hashes.ts";
import { findPlace } from "./place.ts";
import { announceDraft } from "../process/interrupt.ts";
import { guardOutput } from "./output_guard.ts";
import { encodeOwnFiles, OWN_FILES, readOwnFiles } from "../file/own_files.ts";
import { areAlike, readReportName } from "./report_name.ts";
import { recoverDraft, replaceReport } from "./replace.ts";
import { requireRoom } from "./room.ts";

/** How a report's folder is written. */
export interface OutputOptions {
  /** Takes what a user should know. */
  warn(warning: string): void;
}

/** An output that is written beside its place. */
export interface DraftOutput extends Output {
  /** The folder that it is written in, which is removed in the end. */
  readonly draft: string;
}

// Every new volume of some file systems has this folder.
const VOLUME = "lost+found";

/**
 * Opens a folder for a report. It is written beside its place, and takes the
 * place of an earlier report only when it is whole; what is not the earlier
 * report's stays. What killed runs left is cleared away.
 *
 * @throws {TypeError} If the place is taken by something that is no report.
 */
export async function openOutput(out: string, { warn }: OutputOptions): Promise<DraftOutput> {
  const place = await findPlace(out);
  await sweep(place, out, warn);
  await requireFree(place, out);
  const draft = await makeDraft(place, out);
  const aside = openAside(draft.aside);
  const hashes = keepHashes();
  const output = guardOutput({
    requireRoom: (bytes, aside) => requireRoom(draft.folder, out, bytes + aside),
    write: async (path, content) => {
      await writeInto(draft.folder, path, content);
      hashes.set(path, content);
    },
    append: async (path, content) => {
      await writeInto(draft.folder, path, content, { append: true });
      hashes.append(path, content);
    },
    remove: async (folder) => {
      await removeTree(join(draft.folder, folder));
      hashes.remove(folder);
    },
    setAside: aside.set,
    commit: async () => {
      aside.close();
      const files = hashes.list();
      await writeInto(draft.folder, OWN_FILES, encodeOwnFiles(files));
      await chmod(draft.folder, await findMode(place));
      const [before, after] = [await readReportName(place), await readReportName(draft.folder)];
      const next = new Set([...files.keys(), OWN_FILES]);
      announceDraft(null); // what is replaced comes into it
      const foreign = await replaceReport({ place, draft, next });
      const kept = foreign.kept.filter((path) => path !== VOLUME);
      if (kept.length > 0) {
        warn(`kept in "${out}", as the report did not write it: ${listSome(kept)}`);
      }
      if (before !== null && after !== null && !areAlike(before, after)) {
        warn(`"${out}" held another report, "${before.title}" of ${listSome(before.models)}`);
      }
      await clear(draft, foreign.left, () => {
        const came =
          `what came while the report was put into "${out}", which has files of these names`;
        warn(`moved to "${draft.path}", ${came}: ${listSome(foreign.left)}`);
      });
    },
    discard: () => {
      aside.close();
      return draft.remove();
    },
  });
  return { ...output, draft: draft.path };
}

// Removes a draft, or leaves it with what nobody else has, and tells of it.
async function clear(draft: Draft, left: readonly string[], tell: () => void): Promise<void> {
  if (left.length === 0) return await draft.remove();
  draft.leave();
  tell();
}

async function sweep(place: string, out: string, warn: OutputOptions["warn"]): Promise<void> {
  for (const draft of await findDead(place)) {
    const left = await recoverDraft(place, draft);
    await clear(draft, left, () => {
      warn(`an earlier run left ${listSome(left)} in "${draft.path}", beside "${out}"`);
    });
  }
}

async function requireFree(place: string, out: string): Promise<void> {
  const entries = await listEntries(place, out);
  if (entries.length === 0 || await readOwnFiles(place) !== null) return;
  throw new TypeError(
    `Cannot write report to "${out}": it holds other files; name an empty folder, ` +
      "a new one, or an earlier report",
  );
}

async function listEntries(place: string, out: string): Promise<string[]> {
  try {
    const entries = await readdir(place);
    return entries.filter((name) => name !== VOLUME && !isDraftName(name, place));
  } catch (error) {
    const { code } = findFault(error);
    if (code === "no-such-file") return [];
    if (code === "path-through-file") {
      throw new TypeError(`Cannot write report to "${out}": it is a file; name a folder`);
    }
    throw new Error(`Cannot write report to "${out}": ${describeFault(error)}`, { cause: error });
  }
}

// Temporary folders are private; a report's is as the one that it replaces, else for all to read.
async function findMode(place: string): Promise<number> {
  try {
    return (await stat(place)).mode & 0o777;
  } catch {
    return 0o755;
  }
}
