import { GRAPH, MODEL, NODE } from "../wire/proto.ts";
import { type ByteSource, type Field, readString, walkFields } from "../wire/wire.ts";
import type { Model } from "./model.ts";

/** The names in the main graph of a model's file, as they stand there. */
export interface FileGraph {
  /** Empty where the file gives none. */
  readonly name: string;
  readonly nodes: readonly FileNode[];
}

/** A node as the file has it, before anything is written in plainer words. */
export interface FileNode {
  /** Empty where the file gives none. */
  readonly name: string;
  readonly outputs: readonly string[];
}

/** Reads the names in the main graph of a model's file. */
export function readFileGraph({ source, fields }: Pick<Model, "source" | "fields">): FileGraph {
  let name = "";
  const nodes: FileNode[] = [];
  for (const graph of fields.filter(({ no }) => no === MODEL.graph)) {
    for (const part of walkFields(source, graph)) {
      if (part.no === GRAPH.name) name = readString(source, part);
      if (part.no === GRAPH.node) nodes.push(readFileNode(source, part));
    }
  }
  return { name, nodes };
}

function readFileNode(source: ByteSource, field: Field): FileNode {
  let name = "";
  const outputs: string[] = [];
  for (const part of walkFields(source, field)) {
    if (part.no === NODE.name) name = readString(source, part);
    if (part.no === NODE.output) outputs.push(readString(source, part));
  }
  return { name, outputs };
}
