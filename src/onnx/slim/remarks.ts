import type { Model } from "../graph/model.ts";
import { messageSource } from "../wire/joined_source.ts";
import { ANNOTATION, GRAPH, MODEL } from "../wire/proto.ts";
import { readEntry } from "../wire/tensor_ref.ts";
import { type ByteSource, type Field, readString, walkFields } from "../wire/wire.ts";
import type { Kept } from "./kept.ts";
import { copyField } from "../write/whole_copy.ts";

// What a graph is made of; all else are remarks on it.
const PARTS: ReadonlySet<number> = new Set([
  ...[GRAPH.node, GRAPH.initializer, GRAPH.sparseInitializer, GRAPH.input, GRAPH.output],
  GRAPH.valueInfo,
]);

/** Copies what a graph says of itself as a whole, and of the quantisation of what is kept. */
export function copyRemarks(model: Model, { read, written }: Kept): ByteSource[] {
  const { source, fields } = model;
  const isKept = (name: string) => read.has(name) || written.has(name);
  return fields.filter(({ no }) => no === MODEL.graph)
    .flatMap((graph) => [...walkFields(source, graph)])
    .filter((part) => !PARTS.has(part.no))
    .filter((part) =>
      part.no !== GRAPH.quantizationAnnotation || listAnnotated(model, part).every(isKept)
    )
    .map((part) => copyField(model, part));
}

function listAnnotated({ source }: Model, annotation: Field): string[] {
  return [...walkFields(source, annotation)].flatMap((part) => {
    if (part.no === ANNOTATION.tensor) return [readString(source, part)];
    return part.no === ANNOTATION.parameters ? [readEntry(source, part)[1]] : [];
  });
}

/** Copies what a graph declares of the tensors in it that are kept and are no outputs. */
export function copyTensors(
  model: Model,
  { read, written }: Kept,
  outputs: readonly string[],
): ByteSource[] {
  const { declared, inputs } = model.graph;
  return [...declared.values()]
    .filter(({ name }) => (read.has(name) || written.has(name)) && !inputs.has(name))
    .filter(({ name, dataType }) => !outputs.includes(name) && dataType !== "undefined")
    .map(({ field }) => copyAs(model, field, GRAPH.valueInfo));
}

// What was an output is one within the graph now.
function copyAs(model: Model, field: Field, no: number): ByteSource {
  if (field.no === no) return copyField(model, field);
  const parts = [...walkFields(model.source, field)];
  return messageSource(no, parts.map((part) => copyField(model, part)));
}
