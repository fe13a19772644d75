import { MAX_NESTING } from "../wire/node.ts";
import { ATTRIBUTE, GRAPH, NODE, SPARSE, TENSOR, VALUE_INFO } from "../wire/proto.ts";
import {
  type ByteSource,
  encodeField,
  encodeMessage,
  type Field,
  readString,
  walkFields,
} from "../wire/wire.ts";
import { createError } from "../../reason/error.ts";

/** What a node of a function becomes where the function is called. */
export interface Renaming {
  /** Gives the name that a tensor of the function has in the graph. */
  tensor(name: string): string;
  /** Gives the name of a node. */
  node(name: string): string;
  /** The attributes that the call gives, or the function by default, by name. */
  readonly attributes: ReadonlyMap<string, Field>;
}

/** Copies a node under other names, with the bodies in it, as field `node` of a GraphProto. */
export function copyNode(
  source: ByteSource,
  field: Field,
  renaming: Renaming,
  depth = 0,
): Uint8Array<ArrayBuffer> {
  const parts = [...walkFields(source, field)].flatMap((part) => {
    switch (part.no) {
      case NODE.input:
      case NODE.output:
        return [rename(source, part, renaming.tensor)];
      case NODE.name:
        return [rename(source, part, renaming.node)];
      case NODE.attribute:
        return copyAttribute(source, part, renaming, depth);
      default:
        return [copy(source, part)];
    }
  });
  return encodeMessage(GRAPH.node, parts);
}

function copyAttribute(
  source: ByteSource,
  field: Field,
  renaming: Renaming,
  depth: number,
): Uint8Array[] {
  const parts = [...walkFields(source, field)];
  const reference = parts.find(({ no }) => no === ATTRIBUTE.refAttrName);
  if (reference !== undefined && reference.end > reference.start) {
    const taken = renaming.attributes.get(readString(source, reference));
    if (taken === undefined) return []; // neither given nor with a default
    const value = [...walkFields(source, taken)].filter(({ no }) => no !== ATTRIBUTE.name);
    const name = parts.filter(({ no }) => no === ATTRIBUTE.name);
    return [encodeMessage(NODE.attribute, [...name, ...value].map((part) => copy(source, part)))];
  }
  const copied = parts.map((part) =>
    part.no === ATTRIBUTE.graph || part.no === ATTRIBUTE.graphs
      ? copyGraph(source, part, renaming, depth + 1)
      : copy(source, part)
  );
  return [encodeMessage(NODE.attribute, copied)];
}

// Names of a body's own are changed alike, so that they still differ from those around it.
function copyGraph(
  source: ByteSource,
  field: Field,
  renaming: Renaming,
  depth: number,
): Uint8Array {
  if (depth > MAX_NESTING) {
    throw createError(SyntaxError, { code: "deep-body", byte: field.start });
  }
  const parts = [...walkFields(source, field)].map((part) => {
    switch (part.no) {
      case GRAPH.node:
        return copyNode(source, part, renaming, depth);
      case GRAPH.initializer:
        return copyNamed(source, part, TENSOR.name, renaming);
      case GRAPH.sparseInitializer:
        return copySparse(source, part, renaming);
      case GRAPH.input:
      case GRAPH.output:
      case GRAPH.valueInfo:
        return copyNamed(source, part, VALUE_INFO.name, renaming);
      default:
        return copy(source, part);
    }
  });
  return encodeMessage(field.no, parts);
}

function copySparse(source: ByteSource, field: Field, renaming: Renaming): Uint8Array {
  const parts = [...walkFields(source, field)].map((part) =>
    part.no === SPARSE.values ? copyNamed(source, part, TENSOR.name, renaming) : copy(source, part)
  );
  return encodeMessage(field.no, parts);
}

function copyNamed(
  source: ByteSource,
  field: Field,
  name: number,
  renaming: Renaming,
): Uint8Array {
  const parts = [...walkFields(source, field)].map((part) =>
    part.no === name ? rename(source, part, renaming.tensor) : copy(source, part)
  );
  return encodeMessage(field.no, parts);
}

function rename(
  source: ByteSource,
  part: Field,
  renamed: (name: string) => string,
): Uint8Array {
  return encodeField({ no: part.no, kind: "text", value: renamed(readString(source, part)) });
}

function copy(source: ByteSource, part: Field): Uint8Array {
  return source.read(part.tagStart, part.end);
}
