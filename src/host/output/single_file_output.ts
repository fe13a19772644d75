import { open, rename, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DraftOutput } from "./output.ts";
import { packSingleFile } from "../../html/single_file.ts";
import { judgeSize, SIZE_LIMITS, type SizeLimits } from "../../html/single_file_size.ts";
import { joinBytes } from "../../tensor/joined_bytes.ts";
import { openAside } from "./aside.ts";
import { writeInto } from "./draft_file.ts";
import { findDead, makeDraft } from "./draft.ts";
import { guardOutput } from "./output_guard.ts";
import { findPlace } from "./place.ts";
import { requireRoom } from "./room.ts";
import { describeFault, isMissing } from "../file/fault.ts";

/** How a report in one file is written. */
export interface SingleFileOptions {
  /** Whether it is written beyond the size where it is usually refused. */
  readonly force: boolean;
  /** Whether it is as small as may be already. */
  readonly small?: boolean;
  /** Whether numbers are written, which could be left out. */
  readonly hasValues?: boolean;
  /** @default {SIZE_LIMITS} */
  readonly limits?: SizeLimits;
  /** Takes a warning about the file's size. */
  warn(warning: string): void;
}

// Enough of a file to find who wrote it.
const HEAD_BYTES = 4096;

// How much of what the files of a folder are foretold to take one file has at the least: not all of
// them stand in it, and what is foretold is not exact.
const SURELY = 0.6;

const MARK = '<meta name="generator" content="convatlas ';

/**
 * Opens one file for a report. What is written is collected, packed into one HTML
 * text at the end, and takes the place of an earlier report when it is whole.
 *
 * @throws {TypeError} If the place is no name of an HTML file, or is taken by something else.
 */
export async function openSingleFile(
  out: string,
  { warn, limits = SIZE_LIMITS, ...asked }: SingleFileOptions,
): Promise<DraftOutput> {
  const place = await findPlace(out);
  await requirePlace(place, out);
  const files = collectFiles(asked.force ? limits.most : limits.refused);
  for (const dead of await findDead(place)) await dead.remove();
  const draft = await makeDraft(place, out);
  const aside = openAside(draft.aside);
  const output = guardOutput({
    requireRoom: async (bytes, aside) => {
      const { made, words } = judgeSize(bytes * SURELY, { ...asked, limits });
      if (!made) throw new RangeError(`Cannot write report to "${out}": ${words}`);
      await requireRoom(draft.folder, out, bytes + aside);
    },
    write: (path, content) => Promise.resolve(files.add(path, content)),
    append: (path, content) => Promise.resolve(files.append(path, content)),
    remove: (folder) => Promise.resolve(files.remove(folder)),
    setAside: aside.set,
    commit: async () => {
      aside.close();
      const page = files.tooLarge() ? null : packSingleFile(files.byPath);
      const { made, words } = judgeSize(page?.length ?? files.size(), { ...asked, limits });
      if (!made || page === null) throw new RangeError(`Cannot write report to "${out}": ${words}`);
      await writeInto(draft.folder, basename(place), page);
      await rename(join(draft.folder, basename(place)), place);
      await draft.remove();
      if (words !== null) warn(`${out}: ${words}`);
    },
    discard: () => {
      aside.close();
      return draft.remove();
    },
  });
  return { ...output, draft: draft.path };
}

/** Files that are kept until they are too many. */
interface Collection {
  readonly byPath: ReadonlyMap<string, Uint8Array | string>;
  add(path: string, content: Uint8Array | string): void;
  append(path: string, content: Uint8Array | string): void;
  remove(folder: string): void;
  size(): number;
  tooLarge(): boolean;
}

// Packed they are no smaller, so what is beyond the limit already need not be kept.
function collectFiles(most: number): Collection {
  const byPath = new Map<string, Uint8Array | string>();
  let size = 0;
  const tooLarge = (): boolean => size > most;
  const add = (path: string, content: Uint8Array | string): void => {
    size += content.length - (byPath.get(path)?.length ?? 0);
    if (tooLarge()) byPath.clear();
    else byPath.set(path, content);
  };
  return {
    byPath,
    add,
    append: (path, content) => add(path, joinContents(byPath.get(path), content)),
    remove: (folder) => {
      for (const [path, content] of byPath) {
        if (!path.startsWith(`${folder}/`)) continue;
        size -= content.length;
        byPath.delete(path);
      }
    },
    size: () => size,
    tooLarge,
  };
}

function joinContents(
  before: Uint8Array | string | undefined,
  content: Uint8Array | string,
): Uint8Array | string {
  if (before === undefined) return content;
  if (typeof before === "string" && typeof content === "string") return before + content;
  return joinBytes([before, content].map(toBytes));
}

function toBytes(content: Uint8Array | string): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

async function requirePlace(place: string, out: string): Promise<void> {
  if (!/\.html?$/i.test(place)) {
    throw new TypeError(
      `Cannot write report to "${out}": one file needs a name that ends with .html, such as "${out}.html"`,
    );
  }
  const head = await readHead(place, out);
  if (head === null || head === "" || head.includes(MARK)) return;
  throw new TypeError(
    `Cannot write report to "${out}": it is another file; name a new one, or an earlier report`,
  );
}

async function readHead(place: string, out: string): Promise<string | null> {
  try {
    const found = await stat(place);
    if (found.isDirectory()) {
      throw new TypeError(`Cannot write report to "${out}": it is a folder; name a file in it`);
    }
    if (!found.isFile()) {
      throw new TypeError(`Cannot write report to "${out}": it is a pipe or a device, no file`);
    }
    await using file = await open(place);
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES));
    return decodeHead(buffer.subarray(0, bytesRead));
  } catch (error) {
    if (isMissing(error)) return null;
    if (error instanceof TypeError) throw error;
    throw new Error(`Cannot write report to "${out}": ${describeFault(error)}`, { cause: error });
  }
}

// Earlier versions wrote UTF-8.
function decodeHead(head: Uint8Array): string {
  const isWide = head[0] === 0xff && head[1] === 0xfe;
  return new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(head);
}
