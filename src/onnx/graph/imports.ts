import { findFunction } from "./hidden_node.ts";
import type { Model } from "./model.ts";
import { type Node, readNode, walkBodies } from "../wire/node.ts";
import { FUNCTION, MODEL, OPSET } from "../wire/proto.ts";
import {
  type ByteSource,
  encodeField,
  encodeMessage,
  type Field,
  walkFields,
} from "../wire/wire.ts";

/**
 * Encodes what nodes need of a model beside its graph: the operator sets and functions that they
 * name. An operator set that nothing needs may be one that the runtime refuses.
 *
 * @returns Fields of a ModelProto.
 */
export function encodeImports(model: Model, nodes: readonly Node[]): Uint8Array[] {
  const { source, opsets } = model;
  const functions = new Set<Field>();
  const domains = new Set([""]); // casts are of ONNX's own
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    domains.add(node.domain);
    for (const inner of walkBodies(source, node)) open.push(inner);
    const called = findFunction(model, node);
    if (called === undefined || functions.has(called)) continue;
    functions.add(called);
    for (const inner of readBody(source, called)) open.push(inner);
  }
  return [
    ...[...opsets].filter(([domain]) => domains.has(domain)).map(encodeOpset),
    ...[...functions].map(({ tagStart, end }) => source.read(tagStart, end)),
  ];
}

function readBody(source: ByteSource, called: Field): Node[] {
  return [...walkFields(source, called)].filter(({ no }) => no === FUNCTION.node)
    .map((part) => readNode(source, part));
}

function encodeOpset([domain, version]: readonly [string, number]): Uint8Array {
  return encodeMessage(MODEL.opsetImport, [
    encodeField({ no: OPSET.domain, kind: "text", value: domain }),
    encodeField({ no: OPSET.version, kind: "int", value: version }),
  ]);
}
