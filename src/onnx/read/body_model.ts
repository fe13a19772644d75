import { findComputable } from "../graph/computable.ts";
import { indexGraph, readGraph } from "../graph/graph.ts";
import { lowerModel } from "./lowering.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import type { Field } from "../wire/wire.ts";

/** The body of a control flow operator, seen from inside. */
export interface BodyModel {
  /** The model with the body's nodes and constants beside those around it. */
  readonly model: Model;
  /** The nodes of the body itself. */
  readonly nodes: readonly Node[];
}

/** Enters a body: a tensor there is one of its own, or one of the graph around it. */
export function enterBody(model: Model, field: Field): BodyModel {
  const around = model.graph;
  const body = readGraph(model.source, [field]);
  const graph = indexGraph({
    nodes: [...around.nodes, ...body.nodes],
    initializers: new Map([...around.initializers, ...body.initializers]),
    inputs: new Map([...around.inputs, ...body.inputs]),
    declared: new Map([...around.declared, ...body.declared]),
  });
  const lowered = lowerModel({ ...model, graph }, body.nodes);
  const before = new Set(around.nodes);
  return {
    model: { ...lowered, computable: findComputable(lowered) },
    nodes: lowered.graph.nodes.filter((node) => !before.has(node)),
  };
}
