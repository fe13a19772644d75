import type { Dim } from "../graph/graph.ts";
import {
  ATTRIBUTE,
  type DataType,
  DIM,
  GRAPH,
  MODEL,
  NODE,
  numberDataType,
  OPSET,
  SHAPE,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE_INFO,
} from "../wire/proto.ts";
import { concatBytes, encodeField, encodeMessage } from "../wire/wire.ts";

/** An attribute to be written: a whole number, a list of them, another number, or a word. */
export type NewAttribute = number | readonly number[] | { readonly float: number } | string;

/** A node to be written. */
export interface NewNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, NewAttribute>>;
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
const FLOAT = 1;
const INT = 2;
const STRING = 3;
const INTS = 7;

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
      ...[...graph.inputs].map(([name, dims]) => encodeValueInfo(GRAPH.input, name, { dims })),
      ...graph.outputs.map((name) => encodeOutput(name)),
    ]),
  ]);
}

/** Makes a node that casts a tensor to another element type. */
export function makeCast(from: string, output: string, type: DataType): NewNode {
  const to = numberDataType(type);
  return { op: "Cast", inputs: [from], outputs: [output], attributes: { to } };
}

/** Encodes a node as field `no` of its parent. */
export function encodeNode(
  no: number,
  { op, inputs, outputs, attributes = {} }: NewNode,
): Uint8Array<ArrayBuffer> {
  return encodeMessage(no, [
    ...inputs.map((value) => encodeField({ no: NODE.input, kind: "text", value })),
    ...outputs.map((value) => encodeField({ no: NODE.output, kind: "text", value })),
    encodeField({ no: NODE.opType, kind: "text", value: op }),
    ...Object.entries(attributes).map(([name, value]) => encodeAttribute(name, value)),
  ]);
}

function encodeAttribute(name: string, value: NewAttribute): Uint8Array {
  const encode = (type: number, values: readonly Uint8Array[]) =>
    encodeMessage(NODE.attribute, [
      encodeField({ no: ATTRIBUTE.name, kind: "text", value: name }),
      ...values,
      encodeField({ no: ATTRIBUTE.type, kind: "int", value: type }),
    ]);
  if (typeof value === "number") {
    return encode(INT, [encodeField({ no: ATTRIBUTE.int, kind: "int", value })]);
  }
  if (typeof value === "string") {
    return encode(STRING, [encodeField({ no: ATTRIBUTE.string, kind: "text", value })]);
  }
  if ("float" in value) {
    return encode(FLOAT, [encodeField({ no: ATTRIBUTE.float, kind: "float", value: value.float })]);
  }
  return encode(
    INTS,
    value.map((each) => encodeField({ no: ATTRIBUTE.ints, kind: "int", value: each })),
  );
}

/** Encodes a constant tensor as field `no` of its parent. */
export function encodeTensor(
  no: number,
  name: string,
  { data, dims }: NewTensor,
): Uint8Array<ArrayBuffer> {
  const type = data instanceof Float32Array ? "float32" : "int64";
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return encodeRawTensor(no, name, { type, dims, bytes });
}

/** A tensor of any type as raw bytes, little-endian. */
export interface RawTensor {
  readonly type: DataType;
  readonly dims: readonly number[];
  readonly bytes: Uint8Array;
}

/** Encodes a constant tensor of any type as field `no` of its parent. */
export function encodeRawTensor(
  no: number,
  name: string,
  tensor: RawTensor,
): Uint8Array<ArrayBuffer> {
  const { type, dims, bytes } = tensor;
  return encodeMessage(no, [
    ...dims.map((extent) => encodeField({ no: TENSOR.dims, kind: "int", value: extent })),
    encodeField({ no: TENSOR.dataType, kind: "int", value: numberDataType(type) }),
    encodeField({ no: TENSOR.name, kind: "text", value: name }),
    encodeField({ no: TENSOR.rawData, kind: "bytes", value: bytes }),
  ]);
}

/** The dims of a tensor, null where they are unknown, and its type. */
export interface NewValueInfo {
  readonly dims: readonly Dim[] | null;
  /** @default {"float32"} */
  readonly type?: DataType;
}

/** Encodes a tensor's name, dims and type as field `no` of its parent. */
export function encodeValueInfo(
  no: number,
  name: string,
  { dims, type = "float32" }: NewValueInfo,
): Uint8Array<ArrayBuffer> {
  const shape = dims === null ? [] : [encodeMessage(TENSOR_TYPE.shape, dims.map(encodeDim))];
  return encodeMessage(no, [
    encodeField({ no: VALUE_INFO.name, kind: "text", value: name }),
    encodeMessage(VALUE_INFO.type, [
      encodeMessage(TYPE.tensor, [
        encodeField({ no: TENSOR_TYPE.elementType, kind: "int", value: numberDataType(type) }),
        ...shape,
      ]),
    ]),
  ]);
}

/** Encodes an output of a graph by its name; the runtime finds its type and dims. */
export function encodeOutput(name: string): Uint8Array<ArrayBuffer> {
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
