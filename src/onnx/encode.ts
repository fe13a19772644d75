import type { Dim } from "./graph.ts";
import {
  ATTRIBUTE,
  DATA_TYPES,
  type DataType,
  DIM,
  GRAPH,
  MODEL,
  NODE,
  OPSET,
  SHAPE,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE_INFO,
} from "./proto.ts";
import { concatBytes, encodeField, encodeMessage } from "./wire.ts";

/** A node to be written: its attributes are whole numbers or lists of them. */
export interface NewNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** A constant tensor to be written. */
export interface NewTensor {
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}

/** A graph to be written; all its inputs and outputs are float32. */
export interface NewGraph {
  readonly nodes: readonly NewNode[];
  readonly constants: ReadonlyMap<string, NewTensor>;
  /** The dims of the inputs, by name. */
  readonly inputs: ReadonlyMap<string, readonly Dim[]>;
  readonly outputs: readonly string[];
}

// AttributeProto.AttributeType
const INT = 2;
const INTS = 7;
// TensorProto.DataType.FLOAT
const FLOAT = 1;

// What new graphs are written for; every operator they use is older.
const IR_VERSION = 8;
const OPSET_VERSION = 17;

/** Encodes a graph as the bytes of a model. */
export function encodeGraph(graph: NewGraph): Uint8Array<ArrayBuffer> {
  return concatBytes([
    encodeField({ no: MODEL.irVersion, kind: "int", value: IR_VERSION }),
    encodeMessage(MODEL.opsetImport, [
      encodeField({ no: OPSET.version, kind: "int", value: OPSET_VERSION }),
    ]),
    encodeMessage(MODEL.graph, [
      ...graph.nodes.map((node) => encodeNode(GRAPH.node, node)),
      encodeField({ no: GRAPH.name, kind: "text", value: "graph" }),
      ...[...graph.constants].map(([name, tensor]) =>
        encodeTensor(GRAPH.initializer, name, tensor)
      ),
      ...[...graph.inputs].map(([name, dims]) => encodeValueInfo(GRAPH.input, name, dims)),
      ...graph.outputs.map((name) => encodeOutput(name)),
    ]),
  ]);
}

/** Makes a node that casts a tensor to another element type. */
export function makeCast(from: string, output: string, type: DataType): NewNode {
  const to = DATA_TYPES.indexOf(type);
  return { op: "Cast", inputs: [from], outputs: [output], attributes: { to } };
}

/** Encodes a node as field `no` of its parent. */
export function encodeNode(
  no: number,
  { op, inputs, outputs, attributes = {} }: NewNode,
): Uint8Array {
  return encodeMessage(no, [
    ...inputs.map((value) => encodeField({ no: NODE.input, kind: "text", value })),
    ...outputs.map((value) => encodeField({ no: NODE.output, kind: "text", value })),
    encodeField({ no: NODE.opType, kind: "text", value: op }),
    ...Object.entries(attributes).map(([name, value]) => encodeAttribute(name, value)),
  ]);
}

function encodeAttribute(name: string, value: number | readonly number[]): Uint8Array {
  const list = typeof value === "number" ? [value] : value;
  const no = typeof value === "number" ? ATTRIBUTE.int : ATTRIBUTE.ints;
  return encodeMessage(NODE.attribute, [
    encodeField({ no: ATTRIBUTE.name, kind: "text", value: name }),
    ...list.map((number) => encodeField({ no, kind: "int", value: number })),
    encodeField({ no: ATTRIBUTE.type, kind: "int", value: typeof value === "number" ? INT : INTS }),
  ]);
}

/** Encodes a constant tensor as field `no` of its parent. */
export function encodeTensor(no: number, name: string, { data, dims }: NewTensor): Uint8Array {
  const type = DATA_TYPES.indexOf(data instanceof Float32Array ? "float32" : "int64");
  const value = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return encodeMessage(no, [
    ...dims.map((extent) => encodeField({ no: TENSOR.dims, kind: "int", value: extent })),
    encodeField({ no: TENSOR.dataType, kind: "int", value: type }),
    encodeField({ no: TENSOR.name, kind: "text", value: name }),
    encodeField({ no: TENSOR.rawData, kind: "bytes", value }),
  ]);
}

/** Encodes a float32 tensor's name and dims as field `no` of its parent; dims may be unknown. */
export function encodeValueInfo(
  no: number,
  name: string,
  dims: readonly Dim[] | null,
): Uint8Array {
  const shape = dims === null ? [] : [encodeMessage(TENSOR_TYPE.shape, dims.map(encodeDim))];
  return encodeMessage(no, [
    encodeField({ no: VALUE_INFO.name, kind: "text", value: name }),
    encodeMessage(VALUE_INFO.type, [
      encodeMessage(TYPE.tensor, [
        encodeField({ no: TENSOR_TYPE.elementType, kind: "int", value: FLOAT }),
        ...shape,
      ]),
    ]),
  ]);
}

/** Encodes an output of a graph by its name; the runtime finds its type and dims. */
export function encodeOutput(name: string): Uint8Array {
  const value = encodeField({ no: VALUE_INFO.name, kind: "text", value: name });
  return encodeMessage(GRAPH.output, [value]);
}

function encodeDim(dim: Dim): Uint8Array {
  if (dim === null) return encodeMessage(SHAPE.dim, []);
  return encodeMessage(SHAPE.dim, [
    typeof dim === "number"
      ? encodeField({ no: DIM.value, kind: "int", value: dim })
      : encodeField({ no: DIM.param, kind: "text", value: dim }),
  ]);
}
