import { type Node, readNode } from "../wire/node.ts";
import {
  type DataType,
  DIM,
  GRAPH,
  nameDataType,
  SHAPE,
  TENSOR_TYPE,
  TYPE,
  VALUE_INFO,
} from "../wire/proto.ts";
import { readSparseTensorRef, readTensorRef, type TensorRef } from "../wire/tensor_ref.ts";
import { type ByteSource, type Field, readInt, readString, walkFields } from "../wire/wire.ts";

/** A size along an axis: a number, the name of a size that is left open, or null. */
export type Dim = number | string | null;

/** What the graph declares of a tensor. */
export interface ValueInfo {
  /** The tensor's name. */
  readonly name: string;
  /** The type of its elements. */
  readonly dataType: DataType;
  /** The declared sizes; null where no shape is declared, or the input is no tensor. */
  readonly dims: readonly Dim[] | null;
  /** The whole message. */
  readonly field: Field;
}

/** The graph of a model. */
export interface Graph {
  /** The operators, in the order of the file, which is one they can run in. */
  readonly nodes: readonly Node[];
  /** The constant tensors, by name. */
  readonly initializers: ReadonlyMap<string, TensorRef>;
  /** The inputs, also those with an initializer as default value, by name. */
  readonly inputs: ReadonlyMap<string, ValueInfo>;
  /** The node that writes each tensor, by the tensor's name. */
  readonly producers: ReadonlyMap<string, Node>;
  /** The nodes that read each tensor, by the tensor's name. */
  readonly consumers: ReadonlyMap<string, readonly Node[]>;
  /** The place of each node in their order. */
  readonly places: ReadonlyMap<Node, number>;
  /** What the graph declares of the tensors in it, by name. */
  readonly declared: ReadonlyMap<string, ValueInfo>;
}

/** Reads a GraphProto; where a file holds several, they are parts of one. */
export function readGraph(source: ByteSource, fields: readonly Field[]): Graph {
  const nodes: Node[] = [];
  const initializers = new Map<string, TensorRef>();
  const inputs = new Map<string, ValueInfo>();
  const declared = new Map<string, ValueInfo>();
  for (const part of fields.flatMap((field) => [...walkFields(source, field)])) {
    switch (part.no) {
      case GRAPH.node:
        nodes.push(readNode(source, part));
        break;
      case GRAPH.initializer:
      case GRAPH.sparseInitializer: {
        const read = part.no === GRAPH.initializer ? readTensorRef : readSparseTensorRef;
        const tensor = read(source, part);
        initializers.set(tensor.name, tensor);
        break;
      }
      case GRAPH.input: {
        const input = readValueInfo(source, part);
        inputs.set(input.name, input);
        break;
      }
      case GRAPH.output:
      case GRAPH.valueInfo: {
        const info = readValueInfo(source, part);
        declared.set(info.name, info);
      }
    }
  }
  return indexGraph({ nodes, initializers, inputs, declared });
}

/** Makes a graph of its parts: finds who writes and who reads each tensor. */
export function indexGraph(
  parts: Pick<Graph, "nodes" | "initializers" | "inputs" | "declared">,
): Graph {
  const { nodes } = parts;
  return {
    ...parts,
    producers: findProducers(nodes),
    consumers: findConsumers(nodes),
    places: new Map(nodes.map((node, i) => [node, i])),
  };
}

function findProducers(nodes: readonly Node[]): Map<string, Node> {
  const written = nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const));
  return new Map(written.filter(([name]) => name !== "")); // an empty name is an output left out
}

function findConsumers(nodes: readonly Node[]): Map<string, Node[]> {
  const consumers = new Map<string, Node[]>();
  for (const node of nodes) {
    for (const name of new Set(node.inputs)) {
      const readers = consumers.get(name) ?? [];
      readers.push(node);
      consumers.set(name, readers);
    }
  }
  return consumers;
}

function readValueInfo(source: ByteSource, field: Field): ValueInfo {
  let name = "";
  let elementType = 0;
  let dims: Dim[] | null = null;
  for (const part of walkFields(source, field)) {
    if (part.no === VALUE_INFO.name) name = readString(source, part);
    if (part.no !== VALUE_INFO.type) continue;
    for (const tensor of walkTensorType(source, part)) {
      if (tensor.no === TENSOR_TYPE.elementType) {
        elementType = readInt(source, tensor);
      } else if (tensor.no === TENSOR_TYPE.shape) {
        dims = readShape(source, tensor);
      }
    }
  }
  return {
    name,
    dataType: nameDataType(elementType),
    dims,
    field,
  };
}

function* walkTensorType(source: ByteSource, type: Field): Generator<Field> {
  for (const kind of walkFields(source, type)) {
    if (kind.no === TYPE.tensor) yield* walkFields(source, kind);
  }
}

function readShape(source: ByteSource, field: Field): Dim[] {
  const dims: Dim[] = [];
  for (const part of walkFields(source, field)) {
    if (part.no === SHAPE.dim) dims.push(readDim(source, part));
  }
  return dims;
}

function readDim(source: ByteSource, field: Field): Dim {
  for (const part of walkFields(source, field)) {
    if (part.no === DIM.param) return readString(source, part);
    if (part.no === DIM.value) {
      const value = readInt(source, part);
      return value > 0 ? value : null; // some exporters write 0 or -1 for an open size
    }
  }
  return null;
}
