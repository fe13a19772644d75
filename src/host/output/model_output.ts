import { closeSync, existsSync, openSync, renameSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { ByteSource } from "../../onnx/wire/wire.ts";
import { formatBytes } from "../../reason/byte_size.ts";
import { describeFault } from "../file/fault.ts";
import { type OpenFile, writeBytes } from "../file/open_file.ts";
import { cleanOnInterrupt } from "../process/interrupt.ts";
import { findDead, makeDraft } from "./draft.ts";
import { findPlace } from "./place.ts";
import { measureRoom } from "./room.ts";

/** A model that is to be written. */
export interface ModelFiles {
  readonly file: ByteSource;
  /** The file of its weights beside it; null where it holds them itself. */
  readonly data: ByteSource | null;
}

/** How a model is written. */
export interface ModelOutputOptions {
  /** Whether it may take the place of another file. */
  readonly force: boolean;
  /** The files that it is made from, which are never replaced. */
  readonly sources: readonly string[];
  /** Throws where what was written is not to take its place. */
  verify(): void;
}

/** Names the file of the weights beside a model. */
export function nameDataFile(out: string): string {
  return `${basename(out)}.data`;
}

/**
 * Writes a model beside its place, from where it takes that when it is whole: what is there is as it
 * was until then.
 *
 * @throws {TypeError} If the place is that of a source, is taken, or has no name of a model.
 */
export async function writeModel(
  out: string,
  { file, data }: ModelFiles,
  options: ModelOutputOptions,
): Promise<void> {
  if (!/\.onnx$/i.test(out)) {
    throw new TypeError(`Cannot write model to "${out}": it needs a name that ends with .onnx`);
  }
  const place = await findPlace(out, "model");
  const files = [
    ...data === null ? [] : [{ source: data, place: `${place}.data`, named: `${out}.data` }],
    { source: file, place, named: out }, // the last, since it names the other
  ];
  for (const each of files) requireFree(each.place, each.named, options);
  for (const dead of await findDead(place)) await dead.remove();
  const draft = await makeDraft(place, out, "model");
  cleanOnInterrupt(() => draft.remove());
  try {
    await requireRoom(draft.folder, out, files);
    const written = files.map(({ source, place, named }) => {
      const path = join(draft.folder, basename(place));
      writeSource(path, source, named);
      return { path, place };
    });
    options.verify();
    for (const { path, place } of written) renameSync(path, place);
  } finally {
    await draft.remove();
  }
}

function requireFree(
  place: string,
  named: string,
  { force, sources }: ModelOutputOptions,
): void {
  if (!existsSync(place)) return;
  const refuse = (state: string): TypeError =>
    new TypeError(`Cannot write model to "${named}": ${state}`);
  if (!statSync(place).isFile()) throw refuse("it is no file; name a new one");
  if (sources.some((source) => isSame(source, place))) {
    throw refuse("the model is read from it; name a new file");
  }
  if (!force) throw refuse("it is there already; name a new file, or let --force replace it");
}

// By whatever links.
function isSame(path: string, place: string): boolean {
  if (!existsSync(path)) return false;
  const [a, b] = [path, place].map((each) => statSync(each, { bigint: true }));
  return a!.ino === b!.ino && a!.dev === b!.dev;
}

async function requireRoom(
  folder: string,
  out: string,
  files: readonly { readonly source: ByteSource }[],
): Promise<void> {
  const bytes = files.reduce((sum, { source }) => sum + source.byteLength, 0);
  const free = await measureRoom(folder);
  if (free === null || bytes <= free) return;
  const state = `it takes ${formatBytes(bytes)}, and ${formatBytes(free)} are left on the disk`;
  throw new RangeError(`Cannot write model to "${out}": ${state}`);
}

// So much of a model is in memory at once.
const CHUNK = 1 << 22; // bytes

function writeSource(path: string, source: ByteSource, named: string): void {
  const file = openSync(path, "w");
  try {
    for (let start = 0; start < source.byteLength; start += CHUNK) {
      const bytes = source.read(start, Math.min(start + CHUNK, source.byteLength));
      writeChunk(file, { bytes, start, named });
    }
  } finally {
    closeSync(file);
  }
}

/** Bytes and where they come to. */
interface Chunk {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly named: string;
}

function writeChunk(file: OpenFile, { bytes, start, named }: Chunk): void {
  try {
    writeBytes(file, bytes, start);
  } catch (cause) {
    throw new Error(`Cannot write model to "${named}": ${describeFault(cause)}`, { cause });
  }
}
