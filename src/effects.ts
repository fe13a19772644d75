import type { Preprocess } from "./config/preprocess/preprocess.ts";
import type { ModelSource } from "./onnx/graph/model.ts";
import type { Forecast } from "./forecast/forecast.ts";
import type { Submodel } from "./onnx/write/cut.ts";
import type { Raster, Size } from "./raster/raster.ts";
import type { Tensor } from "./tensor/tensor.ts";

/** What the pipeline asks of the world; tests answer with plain values. */
export interface Effects {
  readonly files: Files;
  readonly images: ImageCodec;
  readonly runtime: Runtime;
  readonly output: Output;
  readonly beside: SideFiles;
  readonly crew: Crew;
  /** Takes what the report will take, before the work begins. */
  foresee(forecast: Forecast): void;
  /** Tells how far the work has come. */
  tell(progress: Progress): void;
  /** Tells what was chosen for a user, who need not do anything. */
  note(remark: string): void;
  /** Tells what a user should know beside what the report says. */
  warn(warning: string): void;
}

/** Files that are read. */
export interface Files {
  /** Reads a whole file. */
  read(path: string): Promise<FileContent>;
  /**
   * Reads a file of text; null where there is none.
   *
   * @throws {RangeError} If it has more than `most` bytes.
   */
  readText(path: string, most: number): Promise<string | null>;
  /** Reads a whole file, of which nothing is kept in mind. */
  load(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Tells how many bytes a file has; null where there is none. */
  weigh(path: string): Promise<number | null>;
  /** Opens a model's file, to read parts of it. */
  openModel(path: string): OpenModel;
  /**
   * Lists the files that a path or glob matches, or those in a folder, and where asked in those
   * below it, that have one of the suffixes, in the order of their names. The case of suffixes is
   * no matter.
   */
  list(
    pattern: string,
    suffixes: readonly string[],
    options?: { readonly isDeep?: boolean },
  ): Promise<string[]>;
  /**
   * Gives the path of a file that git pushes as it is, as a user where the program runs types it; null
   * where it lies in no work tree, or is left out of it, as far as that may be known.
   */
  findInCheckout(path: string): Promise<string | null>;
}

/** What a file holds. */
export interface FileContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/** The open file of a model. */
export interface OpenModel {
  readonly source: ModelSource;
  /** Computes the SHA-256 of the whole file, in hexadecimal. */
  hash(): string;
  close(): void;
}

/** What turns image files into pixels and pixels into image files. */
export interface ImageCodec {
  /** Reads what an image says of itself. */
  readHead(bytes: Uint8Array): Promise<PhotoHead>;
  /**
   * Reads an image as red, green and blue pixels, upright, in its own size. Whoever asks may give their
   * memory back.
   */
  readPixels(bytes: Uint8Array, profile: Preprocess["profile"]): Promise<Raster>;
  /** Encodes pixels as PNG, with a caption in a text chunk; exactly, unless colours are limited. */
  encodePng(raster: Raster, caption: Caption, limit?: ColourLimit): Promise<Uint8Array>;
  /** Encodes pixels as WebP, with a caption in a chunk: exactly, or with losses that are hardly seen. */
  encodeWebp(raster: Raster, caption: Caption, loss: "none" | "some"): Promise<Uint8Array>;
}

/** What an image file says of itself; its size is that after its orientation is applied. */
export interface PhotoHead extends Size {
  /** The name of its colour profile, such as `Display P3`; null where it has none. */
  readonly profile: string | null;
}

/** What a picture is and how its values became grey levels, in words. */
export interface Caption {
  readonly title: string;
  readonly description: string;
}

/** How many colours a picture keeps that need only be recognised: a small file for it. */
export interface ColourLimit {
  readonly colours: number;
}

/** What runs networks. */
export interface Runtime {
  /** Its name, version and settings, in words. */
  readonly name: string;
  /** Loads a network; the memory of weights beside its bytes is given back. */
  open(model: Submodel, options?: SessionOptions): Promise<Session>;
}

/** How a network is run. */
export interface SessionOptions {
  /**
   * Whether nodes may run as one where nobody asks for what is between them: faster, and rounded
   * otherwise in the last bits.
   *
   * @default {false}
   */
  readonly fused?: boolean;
  /**
   * Whether it runs often on inputs of the same dims: what a run needs is then kept for the next.
   *
   * @default {false}
   */
  readonly repeated?: boolean;
}

/** A loaded network. */
export interface Session {
  /**
   * Runs it on its inputs and gives its outputs, both by name. Whoever asks may give the memory of
   * outputs back.
   *
   * @param outputs Those that are wanted, all by default; or what another run gave, to be written over
   *   by outputs of the same dims.
   */
  run(
    inputs: ReadonlyMap<string, Tensor>,
    outputs?: readonly string[] | ReadonlyMap<string, Tensor>,
  ): Promise<ReadonlyMap<string, Tensor>>;
  close(): Promise<void>;
}

/** What does jobs: side by side where there is more than one to do them. */
export interface Crew {
  /** How many jobs keep it busy; more at once would only hold their data longer. */
  readonly breadth: number;
  /**
   * Does a job; what it is given and what it gives is plain data, whose tensors may be copied.
   *
   * @throws {Error} With the reason of the job's own error.
   */
  do<Input, Output>(job: Job<Input, Output>, input: Input): Promise<Output>;
  close(): void;
}

/** Work that depends on its input alone, so that it gives the same whoever does it. */
export interface Job<Input, Output> {
  /** What it is found by where functions cannot be sent. */
  readonly name: string;
  readonly work: (input: Input, tools: Tools) => Promise<Output>;
  /**
   * Whether it has what it is given to itself, so that large tensors need no copy: they may be empty
   * then for whoever gave them. Where its thread ends before it begins, it fails.
   *
   * @default {false}
   */
  readonly takesInput?: boolean;
}

/** What jobs work with. */
export type Tools = Pick<Effects, "images" | "runtime">;

/** A folder that is written beside its place and appears there whole, or not at all. */
export interface Output {
  /**
   * Makes sure that there is room for about so many bytes, as far as that can be known.
   *
   * @param aside How many more will be set aside.
   * @throws {RangeError} If there is not.
   */
  requireRoom(bytes: number, aside: number): Promise<void>;
  /**
   * Writes one file; the path is relative to the folder.
   *
   * @throws {Error} For the reason `unwritten`, which ends the report, if the disk does not take it.
   */
  write(path: string, content: Uint8Array | string): Promise<void>;
  /** Adds to the end of a file, which it begins where it is not there yet. */
  append(path: string, content: Uint8Array | string): Promise<void>;
  /** Removes a folder with what was written into it. */
  remove(folder: string): Promise<void>;
  /** Takes plain data out of memory until it is asked for; gives what reads it again. */
  setAside<Value>(value: Value): () => Value;
  /** Puts the folder in its place. */
  commit(): Promise<void>;
  /** Removes what was written and not put in its place. */
  discard(): Promise<void>;
}

/** Files that stand outside of a report's folder: each takes its place in one step, when it is whole. */
export interface SideFiles {
  /**
   * Begins a file, and the folders above it.
   *
   * @param isOwn Tells of the first bytes of what stands in its place whether it may be replaced.
   * @throws {TypeError} If it may not.
   */
  begin(path: string, isOwn: (head: Uint8Array) => boolean): Promise<void>;
  /** Adds to the end of a file that has begun. */
  append(path: string, content: Uint8Array | string): Promise<void>;
  /** Puts the files in their places; one that nothing was added to is left out. */
  commit(): Promise<void>;
  /** Removes what was written and not put in its place. */
  discard(): Promise<void>;
}

/** How far the work has come. */
export interface Progress {
  /** What is being done, such as `run alexnet on chelsea`. */
  readonly doing: string;
  /** How many steps are done. */
  readonly done: number;
  /** How many steps there are. */
  readonly total: number;
  /** The same in seconds, as they were reckoned before the work began: steps are unlike long. */
  readonly seconds: { readonly done: number; readonly total: number };
}
