import type { ByteSource, Field } from "../wire/wire.ts";
import type { Graph } from "./graph.ts";

/** The file of a model, with the files beside it that may hold its weights. */
export interface ModelSource extends ByteSource {
  /** Opens a file by its path relative to the model's folder. */
  readonly openBeside?: (location: string) => ByteSource;
  /** Throws where a file that was opened is not what it was then. */
  readonly requireUnchanged?: () => void;
}

/** An ONNX model: its structure as values, its weights still in the source. */
export interface Model {
  /** Where the model's bytes are read. */
  readonly source: ModelSource;
  /** The version of the file format. */
  readonly irVersion: number;
  /** The version of each operator set, by domain; ONNX's own is "". */
  readonly opsets: ReadonlyMap<string, number>;
  /** The program that wrote the file, with its version. */
  readonly producer: string;
  /** What the program noted of the model, by key. */
  readonly metadata: ReadonlyMap<string, string>;
  /** The main graph. */
  readonly graph: Graph;
  /** The functions that the model defines, by domain and name: `domain:name` or `domain:name:overload`. */
  readonly functions: ReadonlyMap<string, Field>;
  /** What its file says, part by part. */
  readonly fields: readonly Field[];
  /** The tensors that its nodes compute from constants alone. */
  readonly computable: ReadonlySet<string>;
  /** The dims of those among them that were computed, by name. */
  readonly measured: ReadonlyMap<string, readonly number[]>;
}
