import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Files, OpenModel } from "../../effects.ts";
import type { ByteSource } from "../../onnx/wire/wire.ts";
import { findInCheckout } from "./checkout.ts";
import { findFault } from "./fault.ts";
import { listFiles } from "./file_list.ts";
import { findNamedFile } from "./named_file.ts";
import { hashContent } from "./own_files.ts";
import { type OpenSource, openSource } from "./source.ts";
import { createError } from "../../reason/error.ts";

/** Reads files relative to a folder; one that changes between two readings is an error. */
export function createFiles(folder: string): Files {
  const hashes = new Map<string, string>(); // of the files that were read, by path
  return {
    read: async (path) => {
      const bytes = await readNamed(path, folder);
      const sha256 = hashContent(bytes);
      requireSame(path, sha256, hashes);
      return { bytes, sha256 };
    },
    readText: (path, most) => readText(path, folder, most),
    load: (path) => readNamed(path, folder),
    weigh: (path) => weigh(path, folder),
    openModel: (path) => openModel(path, folder),
    list: (pattern, suffixes, options) => listFiles(folder, pattern, suffixes, options),
    findInCheckout: (path) => findInCheckout(resolve(folder, path)),
  };
}

// A file that is read twice is one file: what is said of it is said of what is drawn.
function requireSame(path: string, hash: string, hashes: Map<string, string>): void {
  const before = hashes.get(path) ?? hash;
  hashes.set(path, before);
  if (before === hash) return;
  throw createError(Error, { code: "changed-between", file: path });
}

async function readNamed(path: string, folder: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(findNamedFile(path, folder));
    return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
  } catch (cause) {
    const reason = findFault(cause);
    throw createError(Error, { code: "unread", file: path, reason }, { cause });
  }
}

async function readText(path: string, folder: string, most: number): Promise<string | null> {
  try {
    const place = findNamedFile(path, folder);
    const { size } = await stat(place);
    if (size > most) throw createError(RangeError, { code: "text-file-too-large", size, most });
    return await readFile(place, "utf8");
  } catch (cause) {
    const reason = findFault(cause);
    if (reason.code === "no-such-file" || reason.code === "path-through-file") return null;
    throw createError(Error, { code: "unread", file: path, reason }, { cause });
  }
}

async function weigh(path: string, folder: string): Promise<number | null> {
  try {
    return (await stat(findNamedFile(path, folder))).size;
  } catch {
    return null;
  }
}

function openModel(path: string, folder: string): OpenModel {
  const main = openSource(path, folder);
  const beside = new Map<string, OpenSource>();
  const besides = resolve(folder, dirname(path));
  const openNew = (location: string): OpenSource =>
    openSource(location, besides, join(dirname(path), location));
  const openBeside = (location: string): ByteSource => {
    const opened = beside.get(location) ?? openNew(location);
    beside.set(location, opened);
    return opened.source;
  };
  return {
    source: {
      ...main.source,
      openBeside,
      requireUnchanged: () => [main, ...beside.values()].forEach((file) => file.requireUnchanged()),
    },
    hash: main.hash,
    close: () => [main, ...beside.values()].forEach((file) => file.close()),
  };
}
