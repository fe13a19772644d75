import { findComputable } from "../graph/computable.ts";
import { readGraph } from "../graph/graph.ts";
import type { Model, ModelSource } from "../graph/model.ts";
import { explainRefusal } from "../file/refusal.ts";
import { readOpset } from "../wire/opset.ts";
import { memorySource } from "../wire/joined_source.ts";
import { FUNCTION, MODEL } from "../wire/proto.ts";
import {
  type ByteSource,
  type Field,
  readInt,
  readString,
  walkFields,
  wholeSpan,
} from "../wire/wire.ts";
import { readMetadata } from "./metadata.ts";
import { lowerModel } from "./lowering.ts";
import { createError } from "../../reason/error.ts";

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

function readParts(source: ModelSource): Model {
  let irVersion = 0;
  let name = "";
  let version = "";
  const fields = [...walkFields(source, wholeSpan(source))];
  const opsets = new Map<string, number>();
  const functions = new Map<string, Field>();
  for (const part of fields) {
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
      case MODEL.opsetImport:
        opsets.set(...readOpset(source, part));
        break;
      case MODEL.functions:
        functions.set(readFunctionKey(source, part), part);
    }
  }
  const graph = readGraph(source, fields.filter(({ no }) => no === MODEL.graph));
  if (graph.nodes.length === 0) {
    throw createError(SyntaxError, { code: "no-graph" });
  }
  const model = lowerModel({
    source,
    irVersion,
    opsets,
    producer: `${name} ${version}`.trim(),
    metadata: readMetadata(source, fields),
    graph,
    functions,
    fields,
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
