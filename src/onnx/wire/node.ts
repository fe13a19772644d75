import { ATTRIBUTE, GRAPH, NODE } from "./proto.ts";
import { readEntry, readSparseTensorRef, readTensorRef, type TensorRef } from "./tensor_ref.ts";
import {
  type ByteSource,
  type Field,
  readFixed,
  readFloat,
  readInt,
  readInts,
  readString,
  walkFields,
} from "./wire.ts";
import { createError } from "../../reason/error.ts";

/** An attribute of a node; tensors and graphs stay where they are. */
export interface Attribute {
  /** A real number, where it is one. */
  readonly float?: number;
  /** A whole number, where it is one. */
  readonly int?: number;
  /** A text, where it is one. */
  readonly string?: string;
  /** Real numbers, where it is a list of them. */
  readonly floats?: readonly number[];
  /** Whole numbers, where it is a list of them. */
  readonly ints?: readonly number[];
  /** A tensor, where it is one. */
  readonly tensor?: TensorRef;
  /** The bodies of If, Loop and Scan. */
  readonly graphs: readonly Field[];
}

/** An operator of the graph. */
export interface Node {
  /** Its name; empty where it has none. */
  readonly name: string;
  /** Its operator, such as `Conv`. */
  readonly op: string;
  /** The operator set it comes from; empty for ONNX's own. */
  readonly domain: string;
  /** Which of several functions of one name it calls; empty where there is one. */
  readonly overload: string;
  /** Names of tensors; an empty name stands for an input that is left out. */
  readonly inputs: readonly string[];
  /** The names of the tensors that it makes. */
  readonly outputs: readonly string[];
  /** Its attributes, by their names. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** What the exporter noted beside the node. */
  readonly metadata: ReadonlyMap<string, string>;
  /** The whole message. */
  readonly field: Field;
  /** The node of the file that it is a part of; null for one that stands there itself. */
  readonly part: Node | null;
}

// Bodies of control flow nest a few levels at most.
export const MAX_NESTING = 16;

/** Reads a NodeProto. */
export function readNode(source: ByteSource, field: Field): Node {
  let name = "";
  let op = "";
  let domain = "";
  let overload = "";
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, Attribute>();
  const metadata = new Map<string, string>();
  for (const part of walkFields(source, field)) {
    switch (part.no) {
      case NODE.input:
        inputs.push(readString(source, part));
        break;
      case NODE.output:
        outputs.push(readString(source, part));
        break;
      case NODE.name:
        name = readString(source, part);
        break;
      case NODE.opType:
        op = readString(source, part);
        break;
      case NODE.domain:
        domain = readString(source, part);
        break;
      case NODE.overload:
        overload = readString(source, part);
        break;
      case NODE.attribute:
        attributes.set(...readAttribute(source, part));
        break;
      case NODE.metadataProps:
        metadata.set(...readEntry(source, part));
    }
  }
  return { name, op, domain, overload, inputs, outputs, attributes, metadata, field, part: null };
}

/** Lists the nodes in the bodies of a node, however deeply nested. */
export function* walkBodies(
  source: ByteSource,
  node: Node,
  depth = 0,
): Generator<Node> {
  if (depth > MAX_NESTING) {
    throw createError(SyntaxError, { code: "deep-node", node: node.name });
  }
  for (const { graphs } of node.attributes.values()) {
    for (const graph of graphs) {
      for (const part of walkFields(source, graph)) {
        if (part.no !== GRAPH.node) continue;
        const inner = readNode(source, part);
        yield inner;
        yield* walkBodies(source, inner, depth + 1);
      }
    }
  }
}

function readAttribute(
  source: ByteSource,
  field: Field,
): [name: string, attribute: Attribute] {
  let name = "";
  let attribute: Omit<Attribute, "graphs"> = {};
  const floats: number[] = [];
  const ints: number[] = [];
  const graphs: Field[] = [];
  for (const part of walkFields(source, field)) {
    switch (part.no) {
      case ATTRIBUTE.name:
        name = readString(source, part);
        break;
      case ATTRIBUTE.floats:
        for (const value of readFloats(source, part)) floats.push(value);
        break;
      case ATTRIBUTE.ints:
        for (const value of readInts(source, part)) ints.push(value);
        break;
      case ATTRIBUTE.graph:
      case ATTRIBUTE.graphs:
        graphs.push(part);
        break;
      case ATTRIBUTE.type:
        attribute = { ...ZEROS[readInt(source, part)], ...attribute };
        break;
      default:
        attribute = { ...attribute, ...readValue(source, part) };
    }
  }
  const lists = { ...(floats.length > 0 && { floats }), ...(ints.length > 0 && { ints }) };
  return [name, { ...attribute, ...lists, graphs }];
}

// What proto3 leaves out, by AttributeProto.AttributeType.
const ZEROS: Readonly<Record<number, Omit<Attribute, "graphs">>> = {
  1: { float: 0 },
  2: { int: 0 },
  3: { string: "" },
};

function readValue(
  source: ByteSource,
  part: Field,
): Omit<Attribute, "graphs"> {
  switch (part.no) {
    case ATTRIBUTE.float:
      return { float: readFloat(source, part) };
    case ATTRIBUTE.int:
      return { int: readInt(source, part) };
    case ATTRIBUTE.string:
      return { string: readString(source, part) };
    case ATTRIBUTE.tensor:
      return { tensor: readTensorRef(source, part) };
    case ATTRIBUTE.sparseTensor:
      return { tensor: readSparseTensorRef(source, part) };
    default:
      return {};
  }
}

function readFloats(source: ByteSource, part: Field): number[] {
  const bytes = readFixed(source, part, 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from(
    { length: bytes.length / 4 },
    (_, i) => view.getFloat32(4 * i, true),
  );
}
