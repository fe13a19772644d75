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

/** What nodes need of a model beside its graph. */
export interface Imports {
  /** The version of each operator set that they name, by domain. */
  readonly opsets: readonly (readonly [domain: string, version: number])[];
  /** The functions that they call, as fields of the file. */
  readonly functions: readonly Field[];
}

/**
 * Encodes the operator sets and functions that nodes name. An operator set that nothing needs may be
 * one that the runtime refuses.
 *
 * @returns Fields of a ModelProto.
 */
export function encodeImports(model: Model, nodes: readonly Node[]): Uint8Array[] {
  const { opsets, functions } = findImports(model, nodes);
  return [
    ...opsets.map(encodeOpset),
    ...functions.map(({ tagStart, end }) => model.source.read(tagStart, end)),
  ];
}

/** Finds the operator sets and functions that nodes name. */
export function findImports(model: Model, nodes: readonly Node[]): Imports {
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
  return {
    opsets: [...opsets].filter(([domain]) => domains.has(domain)),
    functions: [...functions],
  };
}

function readBody(source: ByteSource, called: Field): Node[] {
  return [...walkFields(source, called)].filter(({ no }) => no === FUNCTION.node)
    .map((part) => readNode(source, part));
}

/** Encodes the version of an operator set as a field of a ModelProto. */
export function encodeOpset(
  [domain, version]: readonly [domain: string, version: number],
): Uint8Array<ArrayBuffer> {
  return encodeMessage(MODEL.opsetImport, [
    encodeField({ no: OPSET.domain, kind: "text", value: domain }),
    encodeField({ no: OPSET.version, kind: "int", value: version }),
  ]);
}
