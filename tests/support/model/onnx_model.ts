import {
  ATTRIBUTE,
  type DataType,
  DIM,
  ENTRY,
  FUNCTION,
  GRAPH,
  MODEL,
  NODE,
  numberDataType,
  OPSET,
  SHAPE,
  TENSOR_TYPE,
  TYPE,
  VALUE_INFO,
} from "../../../src/onnx/wire/proto.ts";
import { concatBytes, encodeField, encodeMessage } from "../../../src/onnx/wire/wire.ts";
import { encodeSparse, encodeTensor, type SparseText, type TensorText } from "./onnx_tensor.ts";

/** A graph in plain values. */
export interface GraphText {
  readonly nodes: readonly NodeText[];
  /** The constant tensors, by name. */
  readonly initializers?: Readonly<Record<string, TensorText>>;
  /** The constant tensors of which only some values are stored, by name. */
  readonly sparse?: Readonly<Record<string, SparseText>>;
  /** The inputs, by name. */
  readonly inputs?: Readonly<Record<string, InputText>>;
  /** @default What the last node writes first. */
  readonly outputs?: readonly string[];
}

/** The sizes of a float32 input, or its type and sizes; a text is the name of a size left open. */
export type InputText = Sizes | {
  readonly type: DataType;
  /** Null where no shape is declared. */
  readonly dims: Sizes | null;
};

type Sizes = readonly (number | string)[];

/** A model in plain values. */
export interface ModelText extends GraphText {
  readonly initializers: Readonly<Record<string, TensorText>>;
  readonly inputs: Readonly<Record<string, InputText>>;
  /** @default {"tests"} */
  readonly producer?: string;
  /** What is noted of the model, by key. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** @default {17} */
  readonly opset?: number;
  /** The versions of operator sets other than ONNX's own, by domain. */
  readonly domains?: Readonly<Record<string, number>>;
  /** @default {8} */
  readonly irVersion?: number;
  readonly functions?: readonly FunctionText[];
  /** The sizes that are declared of tensors within the graph, by name. */
  readonly declared?: Readonly<Record<string, InputText>>;
}

/** A function that a model defines. */
export interface FunctionText {
  readonly domain: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly nodes: readonly NodeText[];
  /** The names of the attributes that a call gives. */
  readonly attributes?: readonly string[];
  /** The attributes of whole numbers that a call may leave out. */
  readonly defaults?: Readonly<Record<string, readonly number[]>>;
  /** The versions of operator sets beside ONNX's own and that of its domain. */
  readonly domains?: Readonly<Record<string, number>>;
}

/** A node in plain values. */
export interface NodeText {
  readonly op: string;
  readonly name?: string;
  /** @default ONNX's own. */
  readonly domain?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The attributes that are lists of whole numbers. */
  readonly ints?: Readonly<Record<string, readonly number[]>>;
  /** The attributes that are whole numbers. */
  readonly int?: Readonly<Record<string, number>>;
  readonly float?: Readonly<Record<string, number>>;
  readonly floats?: Readonly<Record<string, readonly number[]>>;
  readonly string?: Readonly<Record<string, string>>;
  readonly tensor?: Readonly<Record<string, TensorText>>;
  readonly sparse?: Readonly<Record<string, SparseText>>;
  /** The attributes that a function takes from its call, each with its name there. */
  readonly reference?: Readonly<Record<string, string>>;
  /** The attributes that are bodies. */
  readonly graph?: Readonly<Record<string, GraphText>>;
  /** What an exporter notes beside the node. */
  readonly metadata?: Readonly<Record<string, string>>;
}

// AttributeProto.AttributeType
const TYPES = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  sparse: 11,
} as const;

const FUNCTION_ATTRIBUTE = 6;

/** Encodes a model as the bytes of a .onnx file. */
export function encodeModel(model: ModelText): Uint8Array<ArrayBuffer> {
  const { opset = 17, domains = {}, irVersion = 8, functions = [], declared = {} } = model;
  const { producer = "tests", metadata = {} } = model;
  return concatBytes([
    int(MODEL.irVersion, irVersion),
    text(MODEL.producerName, producer),
    ...Object.entries({ "": opset, ...domains }).map(([domain, version]) =>
      encodeOpset(MODEL.opsetImport, domain, version)
    ),
    encodeMessage(MODEL.graph, [
      ...encodeGraph(model),
      ...Object.entries(declared).map(([name, value]) => encodeInput(GRAPH.valueInfo, name, value)),
    ]),
    ...Object.entries(metadata).map(([key, value]) =>
      encodeMessage(MODEL.metadataProps, [text(ENTRY.key, key), text(ENTRY.value, value)])
    ),
    ...functions.map((described) => encodeFunction(described, opset)),
  ]);
}

function encodeOpset(no: number, domain: string, version: number): Uint8Array {
  return encodeMessage(no, [text(OPSET.domain, domain), int(OPSET.version, version)]);
}

/** Encodes the fields of a graph. */
export function encodeGraph(graph: GraphText): Uint8Array[] {
  const { nodes, initializers = {}, sparse = {}, inputs = {} } = graph;
  const outputs = graph.outputs ?? [nodes.at(-1)?.outputs[0] ?? ""];
  return [
    ...nodes.map((node) => encodeNode(GRAPH.node, node)),
    text(GRAPH.name, "graph"),
    ...Object.entries(initializers).map(([name, tensor]) =>
      encodeTensor(GRAPH.initializer, name, tensor)
    ),
    ...Object.entries(sparse).map(([name, tensor]) =>
      encodeSparse(GRAPH.sparseInitializer, name, tensor)
    ),
    ...Object.entries(inputs).map(([name, input]) => encodeInput(GRAPH.input, name, input)),
    ...outputs.map(encodeOutput),
  ];
}

function encodeFunction(described: FunctionText, opset: number): Uint8Array {
  const { domain, name, inputs, outputs, nodes, attributes = [], defaults = {} } = described;
  const { domains = {} } = described;
  return encodeMessage(MODEL.functions, [
    text(FUNCTION.name, name),
    ...inputs.map((input) => text(FUNCTION.input, input)),
    ...outputs.map((output) => text(FUNCTION.output, output)),
    ...attributes.map((attribute) => text(FUNCTION_ATTRIBUTE, attribute)),
    ...nodes.map((node) => encodeNode(FUNCTION.node, node)),
    ...Object.entries(defaults).map(([name, values]) =>
      encodeMessage(FUNCTION.attributeDefault, [
        text(ATTRIBUTE.name, name),
        ...values.map((value) => int(ATTRIBUTE.ints, value)),
        int(ATTRIBUTE.type, TYPES.ints),
      ])
    ),
    encodeOpset(FUNCTION.opsetImport, "", opset),
    ...Object.entries({ [domain]: 1, ...domains }).map(([each, version]) =>
      encodeOpset(FUNCTION.opsetImport, each, version)
    ),
    text(FUNCTION.domain, domain),
  ]);
}

/** Encodes a node as field `no` of its parent. */
export function encodeNode(no: number, node: NodeText): Uint8Array {
  const { op, name = "", domain = "", inputs, outputs, metadata = {} } = node;
  return encodeMessage(no, [
    ...inputs.map((input) => text(NODE.input, input)),
    ...outputs.map((output) => text(NODE.output, output)),
    text(NODE.name, name),
    text(NODE.opType, op),
    ...encodeAttributes(node),
    ...(domain === "" ? [] : [text(NODE.domain, domain)]),
    ...Object.entries(metadata).map(([key, value]) =>
      encodeMessage(NODE.metadataProps, [text(1, key), text(2, value)])
    ),
  ]);
}

function encodeAttributes(node: NodeText): Uint8Array[] {
  return [
    ...encodeAll("ints", node.ints, (values) => values.map((value) => int(ATTRIBUTE.ints, value))),
    ...encodeAll("int", node.int, (value) => [int(ATTRIBUTE.int, value)]),
    ...encodeAll("float", node.float, (value) => [float(ATTRIBUTE.float, value)]),
    ...encodeAll(
      "floats",
      node.floats,
      (values) => values.map((value) => float(ATTRIBUTE.floats, value)),
    ),
    ...encodeAll("string", node.string, (value) => [text(ATTRIBUTE.string, value)]),
    ...encodeAll("tensor", node.tensor, (value) => [encodeTensor(ATTRIBUTE.tensor, "", value)]),
    ...encodeAll("sparse", node.sparse, (value) => [
      encodeSparse(ATTRIBUTE.sparseTensor, "", value),
    ]),
    ...Object.entries(node.reference ?? {}).map(([name, taken]) =>
      encodeMessage(NODE.attribute, [
        text(ATTRIBUTE.name, name),
        text(ATTRIBUTE.refAttrName, taken),
        int(ATTRIBUTE.type, TYPES.ints),
      ])
    ),
    ...encodeAll(
      "graph",
      node.graph,
      (value) => [encodeMessage(ATTRIBUTE.graph, encodeGraph(value))],
    ),
  ];
}

function encodeAll<T>(
  kind: keyof typeof TYPES,
  attributes: Readonly<Record<string, T>> = {},
  encode: (value: T) => readonly Uint8Array[],
): Uint8Array[] {
  return Object.entries(attributes).map(([name, value]) =>
    encodeMessage(NODE.attribute, [
      text(ATTRIBUTE.name, name),
      ...encode(value),
      int(ATTRIBUTE.type, TYPES[kind]),
    ])
  );
}

function encodeInput(no: number, name: string, input: InputText): Uint8Array {
  const { type, dims } = "type" in input ? input : { type: "float32" as const, dims: input };
  const shape = dims === null ? [] : [encodeMessage(TENSOR_TYPE.shape, dims.map(encodeDim))];
  const elementType = int(TENSOR_TYPE.elementType, numberDataType(type));
  const tensor = encodeMessage(TYPE.tensor, [elementType, ...shape]);
  return encodeMessage(no, [
    text(VALUE_INFO.name, name),
    encodeMessage(VALUE_INFO.type, [tensor]),
  ]);
}

function encodeDim(dim: number | string): Uint8Array {
  if (dim === "") return encodeMessage(SHAPE.dim, []); // open, without a name
  return encodeMessage(SHAPE.dim, [
    typeof dim === "number" ? int(DIM.value, dim) : text(DIM.param, dim),
  ]);
}

/** Encodes an output of a graph that is declared by nothing but its name. */
export function encodeOutput(name: string): Uint8Array {
  return encodeMessage(GRAPH.output, [text(VALUE_INFO.name, name)]);
}

function int(no: number, value: number): Uint8Array {
  return encodeField({ no, kind: "int", value });
}

function float(no: number, value: number): Uint8Array {
  return encodeField({ no, kind: "float", value });
}

function text(no: number, value: string): Uint8Array {
  return encodeField({ no, kind: "text", value });
}
