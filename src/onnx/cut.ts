import type { Model } from "./model.ts";
import { type Node, walkBodies } from "./node.ts";
import { ENTRY, EXTERNAL, GRAPH, MODEL, TENSOR, VALUE_INFO } from "./proto.ts";
import type { TensorRef } from "./tensor_ref.ts";
import { readData } from "./weights.ts";
import { concatBytes, encodeField, encodeMessage, type Field, walkFields } from "./wire.ts";

/** A model that computes some tensors of another one, and nothing that they do not need. */
export interface Submodel {
  /** The model as a file's bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The weights that are not among the bytes, by the path that the bytes name them with. */
  readonly externalData: readonly ExternalFile[];
  /** The names of the inputs that have to be fed. */
  readonly inputs: readonly string[];
  /** The names of the outputs: the tapped tensors. */
  readonly outputs: readonly string[];
}

/** A file that a model in memory refers to. */
export interface ExternalFile {
  readonly path: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The parts of a graph that some tensors depend on. */
interface Needs {
  readonly nodes: ReadonlySet<Node>;
  readonly tensors: ReadonlySet<string>;
}

/**
 * Cuts a model down to what the given tensors need, and makes them its
 * outputs. Nodes and weights are copied as they are, byte by byte.
 *
 * @throws {RangeError} If nothing in the graph writes one of the tensors.
 */
export function cutModel(model: Model, outputs: readonly string[]): Submodel {
  const { source, graph } = model;
  const needs = findNeeds(model, outputs);
  const copy = (field: Field) => source.read(field.tagStart, field.end);
  const weights = [...graph.initializers.values()].filter((ref) => needs.tensors.has(ref.name));
  const inputs = [...graph.inputs.values()].filter((input) => needs.tensors.has(input.name));
  const externalData: ExternalFile[] = [];
  const parts = [
    ...graph.nodes.filter((node) => needs.nodes.has(node)).map((node) => copy(node.field)),
    encodeField({ no: GRAPH.name, kind: "text", value: "taps" }),
    ...weights.map((ref) =>
      ref.external === null ? copy(ref.field) : encodeExternal(model, ref, externalData)
    ),
    ...inputs.map((input) => copy(input.field)),
    ...outputs.map(encodeOutput),
  ];
  const bytes = concatBytes([
    encodeField({ no: MODEL.irVersion, kind: "int", value: model.irVersion }),
    ...model.shared.map(copy),
    encodeMessage(MODEL.graph, parts),
  ]);
  const fed = inputs.filter((input) => !graph.initializers.has(input.name));
  return { bytes, externalData, inputs: fed.map((input) => input.name), outputs };
}

function findNeeds(model: Model, outputs: readonly string[]): Needs {
  const { producers, inputs, initializers } = model.graph;
  const nodes = new Set<Node>();
  const tensors = new Set<string>();
  const open = [...outputs];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (tensors.has(name)) continue;
    tensors.add(name);
    const node = producers.get(name);
    if (node === undefined || nodes.has(node)) continue;
    nodes.add(node);
    open.push(...node.inputs, ...namesInBodies(model, node));
  }
  const missing = outputs.find((name) =>
    !producers.has(name) && !inputs.has(name) && !initializers.has(name)
  );
  if (missing === undefined) return { nodes, tensors };
  throw new RangeError(`Cannot cut model: nothing in its graph writes "${missing}"`);
}

// A body reads tensors of the graph around it by their names. Names of its own are harmless here.
function namesInBodies(model: Model, node: Node): string[] {
  return [...walkBodies(model.source, node)].flatMap((inner) => inner.inputs);
}

function encodeOutput(name: string): Uint8Array {
  return encodeMessage(GRAPH.output, [
    encodeField({ no: VALUE_INFO.name, kind: "text", value: name }),
  ]);
}

// Only the tensor's own bytes of the external file go along, as a file of their own.
function encodeExternal(model: Model, ref: TensorRef, files: ExternalFile[]): Uint8Array {
  const path = `weights-${files.length}`;
  files.push({ path, data: readData(model, ref) });
  const kept = [...walkFields(model.source, ref.field)].filter((part) =>
    part.no !== TENSOR.externalData && part.no !== TENSOR.dataLocation
  );
  return encodeMessage(GRAPH.initializer, [
    ...kept.map((part) => model.source.read(part.tagStart, part.end)),
    encodeMessage(TENSOR.externalData, [
      encodeField({ no: ENTRY.key, kind: "text", value: "location" }),
      encodeField({ no: ENTRY.value, kind: "text", value: path }),
    ]),
    encodeField({ no: TENSOR.dataLocation, kind: "int", value: EXTERNAL }),
  ]);
}
