import { type AppendedSource, appendTo } from "../write/appended_source.ts";
import { encodeNode, encodeTensor, type NewNode, type NewTensor } from "../write/encode.ts";
import type { FunctionBody } from "../graph/function_body.ts";
import type { Model } from "../graph/model.ts";
import { type Node, readNode } from "../wire/node.ts";
import { GRAPH } from "../wire/proto.ts";
import { readTensorRef, type TensorRef } from "../wire/tensor_ref.ts";
import { type Field, walkFields } from "../wire/wire.ts";

/** A model's graph while some of its nodes are replaced; what is added stands behind the file. */
export interface Rewriting {
  readonly model: Model;
  readonly source: AppendedSource;
  /** The constant tensors that are added, by name. */
  readonly initializers: Map<string, TensorRef>;
  /** The versions of operator sets that are added, by domain. */
  readonly opsets: Map<string, number>;
  /** The names of all tensors, listed where one is added. */
  names: Set<string> | null;
  /** The functions that were read. */
  readonly bodies: Map<Field, FunctionBody>;
  /** The functions that are known to convolve, or not to. */
  readonly convolving: Map<Field, boolean>;
  /** How many nodes of functions were looked at. */
  count: number;
}

/** Begins to replace nodes of a model. */
export function startRewriting(model: Model): Rewriting {
  return {
    model,
    source: appendTo(model.source),
    initializers: new Map(),
    opsets: new Map(),
    convolving: new Map(),
    count: 0,
    names: null,
    bodies: new Map(),
  };
}

/** Makes a name that no tensor has. */
export function addName(rewriting: Rewriting, base: string): string {
  const names = rewriting.names ??= listNames(rewriting.model);
  let name = base;
  while (names.has(name)) name += "_";
  names.add(name);
  return name;
}

function listNames({ graph: { nodes, inputs, initializers } }: Model): Set<string> {
  return new Set([
    ...inputs.keys(),
    ...initializers.keys(),
    ...nodes.flatMap((node) => [...node.inputs, ...node.outputs]),
  ]);
}

/** Adds an encoded node, as a part of one of the file. */
export function addNode(
  { source }: Rewriting,
  bytes: Uint8Array<ArrayBuffer>,
  part: Node | null,
): Node {
  const [field] = walkFields(source, source.append(bytes));
  return { ...readNode(source, field!), part };
}

/** Adds a new node, as a part of one of the file. */
export function addNewNode(rewriting: Rewriting, node: NewNode, part: Node): Node {
  return addNode(rewriting, encodeNode(GRAPH.node, node), part);
}

/** Adds a constant tensor and gives its name. */
export function addTensor(rewriting: Rewriting, base: string, tensor: NewTensor): string {
  const { source, initializers } = rewriting;
  const name = addName(rewriting, base);
  const bytes = encodeTensor(GRAPH.initializer, name, tensor);
  const [field] = walkFields(source, source.append(bytes));
  initializers.set(name, readTensorRef(source, field!));
  return name;
}

/** Adds the version of an operator set, unless the model names one. */
export function addOpset({ model, opsets }: Rewriting, domain: string, version: number): void {
  if (!model.opsets.has(domain) && !opsets.has(domain)) opsets.set(domain, version);
}
