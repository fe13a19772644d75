import { findComputable } from "./computable.ts";
import { type Graph, readGraph } from "./graph.ts";
import { lowerModel } from "../read/lowering.ts";
import { readOpset } from "../wire/opset.ts";
import { FUNCTION, MODEL } from "../wire/proto.ts";
import { explainRefusal } from "../file/refusal.ts";
import { type ByteSource, type Field, readInt, readString, walkFields, wholeSpan } from "../wire/wire.ts";

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
  /** The main graph. */
  readonly graph: Graph;
  /** The functions that the model defines, by domain and name: `domain:name` or `domain:name:overload`. */
  readonly functions: ReadonlyMap<string, Field>;
  /** The tensors that its nodes compute from constants alone. */
  readonly computable: ReadonlySet<string>;
  /** The dims of those among them that were computed, by name. */
  readonly measured: ReadonlyMap<string, readonly number[]>;
}

/**
 * Reads the structure of an ONNX model. The data of its weights are left in
 * the source; so are the bodies of control flow, and functions but those that
 * convolve, which stand in the graph where they are called.
 *
 * @param source The bytes of a ModelProto, in memory or wherever a
 * {@linkcode ModelSource} reads them.
 * @returns The model's graph and what it declares of itself.
 * @throws {SyntaxError} If the bytes are no ONNX model; the message says what they
 * are, or names the position.
 * @see https://github.com/onnx/onnx/blob/main/docs/IR.md
 */
export function readModel(source: ModelSource | Uint8Array<ArrayBuffer>): Model {
  const opened = source instanceof Uint8Array ? memorySource(source) : source;
  try {
    return readParts(opened);
  } catch (error) {
    throw error instanceof SyntaxError ? explainRefusal(opened, error) : error;
  }
}

/** Reads bytes in memory as a source. */
export function memorySource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    byteLength: bytes.length,
    read: (start, end) => bytes.subarray(start, end),
  };
}

function readParts(source: ModelSource): Model {
  let irVersion = 0;
  let name = "";
  let version = "";
  const graphs: Field[] = [];
  const opsets = new Map<string, number>();
  const functions = new Map<string, Field>();
  for (const part of walkFields(source, wholeSpan(source))) {
    switch (part.no) {
      case MODEL.irVersion:
        irVersion = readInt(source, part);
        break;
      case MODEL.producerName:
        name = readString(source, part);
        break;
      case MODEL.producerVersion:
        version = readString(source, part);
        break;
      case MODEL.graph:
        graphs.push(part);
        break;
      case MODEL.opsetImport:
        opsets.set(...readOpset(source, part));
        break;
      case MODEL.functions:
        functions.set(readFunctionKey(source, part), part);
    }
  }
  const graph = readGraph(source, graphs);
  if (graph.nodes.length === 0) {
    throw new SyntaxError("Cannot read ONNX model: it holds no graph");
  }
  const model = lowerModel({
    source,
    irVersion,
    opsets,
    producer: `${name} ${version}`.trim(),
    graph,
    functions,
    computable: new Set(),
    measured: new Map(),
  });
  return { ...model, computable: findComputable(model) };
}

// A function goes by its domain and name, as nodes call it, and by its overload where it has one.
function readFunctionKey(source: ByteSource, field: Field): string {
  let name = "";
  let domain = "";
  let overload = "";
  for (const part of walkFields(source, field)) {
    if (part.no === FUNCTION.name) name = readString(source, part);
    else if (part.no === FUNCTION.domain) domain = readString(source, part);
    else if (part.no === FUNCTION.overload) overload = readString(source, part);
  }
  return `${domain}:${name}${overload && `:${overload}`}`;
}
