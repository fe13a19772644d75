import { createHash } from "node:crypto";
import type {
  Caption,
  Effects,
  OpenModel,
  Progress,
  Session,
  Tools,
} from "../../../src/effects.ts";
import { createThreadCrew } from "../../../src/host/crew/thread_crew.ts";
import type { Forecast } from "../../../src/forecast/forecast.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import type { Submodel } from "../../../src/onnx/write/cut.ts";
import { memorySource } from "../../../src/onnx/wire/joined_source.ts";
import type { Raster, Size } from "../../../src/raster/raster.ts";
import { joinBytes } from "../../../src/tensor/joined_bytes.ts";
import { countElements, type Tensor } from "../../../src/tensor/tensor.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** What a world of plain values holds. */
export interface MemoryOptions {
  /** The files, by path. */
  readonly files: Readonly<Record<string, Bytes>>;
  /** The dims [channels, height, width] of the maps that the runtime gives, in the order of taps. */
  readonly maps?: readonly (readonly number[])[];
  /**
   * How many bytes the output takes.
   *
   * @default {Infinity}
   */
  readonly room?: number;
  /**
   * Whether the files lie in a work tree of git.
   *
   * @default {false}
   */
  readonly inCheckout?: boolean;
}

/** A world of plain values, and what was done to it. */
export interface MemoryWorld {
  readonly effects: Effects;
  /** What was written, by path. */
  readonly written: ReadonlyMap<string, Uint8Array | string>;
  /** What was written outside of the folder, by path. */
  readonly beside: ReadonlyMap<string, Uint8Array | string>;
  readonly foreseen: readonly Forecast[];
  readonly told: readonly Progress[];
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
  /** The models whose files are open. */
  readonly open: ReadonlySet<string>;
  /** What happened to the output, in order. */
  readonly fate: readonly ("committed" | "discarded")[];
}

/** What the fake codec writes in place of a PNG file. */
export interface FakePng extends Caption {
  readonly size: string;
  readonly sha256: string;
}

/** Makes a world of plain values: the same input gives the same output. */
export function createMemoryWorld(
  { files, maps = [], room = Infinity, inCheckout = false }: MemoryOptions,
): MemoryWorld {
  const foreseen: Forecast[] = [];
  const written = new Map<string, Uint8Array | string>();
  const beside = new Map<string, Uint8Array | string>();
  const told: Progress[] = [];
  const notes: string[] = [];
  const warnings: string[] = [];
  const open = new Set<string>();
  const fate: ("committed" | "discarded")[] = [];
  const tools: Tools = {
    images: {
      readHead: (bytes) => Promise.resolve({ ...parsePhoto(bytes), profile: null }),
      readPixels: (bytes) => Promise.resolve(drawPixels(parsePhoto(bytes))),
      encodePng: (raster, caption) => Promise.resolve(encodePng(raster, caption)),
      encodeWebp: (raster, caption) => Promise.resolve(encodePng(raster, caption)),
    },
    runtime: {
      name: "a fake runtime",
      // The graphs that a visit writes itself compute with what the fake gives, and are run for real.
      open: (model) =>
        model.inputs.length === 0
          ? onnxRuntime.open(model)
          : Promise.resolve(openSession(model, maps)),
    },
  };
  const effects: Effects = {
    ...tools,
    crew: createThreadCrew(tools),
    files: {
      read: (path) => {
        const bytes = pickFile(files, path);
        return Promise.resolve({ bytes, sha256: hashOf(bytes) });
      },
      readText: (path) => {
        const bytes = files[path];
        return Promise.resolve(bytes === undefined ? null : new TextDecoder().decode(bytes));
      },
      load: (path) => Promise.resolve(pickFile(files, path).slice()),
      weigh: (path) => Promise.resolve(files[path]?.length ?? null),
      openModel: (path) => openModel(pickFile(files, path), path, open),
      list: (pattern) => Promise.resolve(listFiles(files, pattern)),
      findInCheckout: (path) => Promise.resolve(inCheckout ? path : null),
    },
    output: {
      requireRoom: (bytes, aside) => requireRoom(bytes + aside, room),
      write: (path, content) => Promise.resolve(void written.set(path, content)),
      append: (path, content) => Promise.resolve(append(written, path, content)),
      remove: (folder) => Promise.resolve(removeFolder(written, folder)),
      setAside: (value) => {
        const aside = structuredClone(value); // as it would be read from a disk
        return () => structuredClone(aside);
      },
      commit: () => Promise.resolve(void fate.push("committed")),
      discard: () => Promise.resolve(void fate.push("discarded")),
    },
    beside: {
      begin: () => Promise.resolve(),
      append: (path, content) => Promise.resolve(append(beside, path, content)),
      commit: () => Promise.resolve(),
      discard: () => Promise.resolve(),
    },
    foresee: (forecast) => void foreseen.push(forecast),
    tell: (progress) => void told.push(progress),
    note: (remark) => void notes.push(remark),
    warn: (warning) => void warnings.push(warning),
  };
  return { effects, written, beside, foreseen, told, notes, warnings, open, fate };
}

/** Changes what jobs, and all others, work with. */
export function changeTools(effects: Effects, change: Partial<Tools>): Effects {
  const { images, runtime } = { ...effects, ...change };
  return { ...effects, images, runtime, crew: createThreadCrew({ images, runtime }) };
}

function requireRoom(bytes: number, room: number): Promise<void> {
  return bytes <= room ? Promise.resolve() : Promise.reject(new RangeError(`no room: ${bytes}`));
}

function append(
  written: Map<string, Uint8Array | string>,
  path: string,
  content: Uint8Array | string,
): void {
  const before = written.get(path);
  if (typeof content === "string") written.set(path, `${before ?? ""}${content}`);
  else {written.set(
      path,
      joinBytes([before as Uint8Array | undefined ?? new Uint8Array(), content]),
    );}
}

function removeFolder(written: Map<string, Uint8Array | string>, folder: string): void {
  for (const path of written.keys()) if (path.startsWith(`${folder}/`)) written.delete(path);
}

/** Makes the file of a photo, as the fake codec reads it. */
export function encodePhoto({ width, height }: Size, seed = 0): Bytes {
  return new TextEncoder().encode(`photo ${width} ${height} ${seed}`);
}

/** Reads what the fake codec wrote in place of a PNG file. */
export function decodePng(content: Uint8Array | string | undefined): FakePng {
  return JSON.parse(new TextDecoder().decode(content as Uint8Array));
}

function pickFile(files: MemoryOptions["files"], path: string): Bytes {
  const bytes = files[path];
  if (bytes !== undefined) return bytes;
  throw new Error(`Cannot read file "${path}": there is no such file`);
}

function openModel(bytes: Bytes, path: string, open: Set<string>): OpenModel {
  open.add(path);
  return { source: memorySource(bytes), hash: () => hashOf(bytes), close: () => open.delete(path) };
}

// A `*` stands for a run of characters of one folder or file.
function listFiles(files: MemoryOptions["files"], pattern: string): string[] {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const wanted = new RegExp(`^${parts.join("[^/]*")}$`);
  return Object.keys(files).filter((path) => path === pattern || wanted.test(path)).sort();
}

function parsePhoto(bytes: Uint8Array): Size & { readonly seed: number } {
  const [, width, height, seed] =
    /^photo (\d+) (\d+) (\d+)$/.exec(new TextDecoder().decode(bytes)) ??
      [];
  if (seed === undefined) throw new TypeError("Cannot read image: its format is unknown");
  return { width: Number(width), height: Number(height), seed: Number(seed) };
}

function drawPixels({ width, height, seed }: Size & { readonly seed: number }): Raster {
  const data = Uint8Array.from(
    { length: 3 * width * height },
    (_, i) => (37 * i + 11 * seed) % 256,
  );
  return { width, height, channels: 3, data };
}

function encodePng({ width, height, channels, data }: Raster, caption: Caption): Bytes {
  const png: FakePng = {
    ...caption,
    size: `${width} x ${height} x ${channels}`,
    sha256: hashOf(data),
  };
  return new TextEncoder().encode(JSON.stringify(png));
}

// Map k of an output is a ramp that begins at the input's mean times k.
function openSession({ outputs }: Submodel, maps: readonly (readonly number[])[]): Session {
  const answer = (i: number, mean: number): Tensor => {
    const dims = [1, ...maps[i]!];
    const size = countElements(dims.slice(2));
    const ramp = (i: number): number => Math.floor(i / size) * mean + i % size - 1;
    return { dims, data: Float32Array.from({ length: countElements(dims) }, (_, i) => ramp(i)) };
  };
  return {
    run: (inputs) => {
      const [{ data }] = inputs.values().toArray() as [Tensor];
      const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
      return Promise.resolve(new Map(outputs.map((name, i) => [name, answer(i, mean)])));
    },
    close: () => Promise.resolve(),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
