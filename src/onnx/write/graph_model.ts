import type { Submodel } from "./cut.ts";
import { encodeGraph, type NewGraph } from "./encode.ts";

/** Makes a model of a graph that is written for itself. */
export function encodeGraphModel(graph: NewGraph): Submodel {
  return { bytes: encodeGraph(graph), externalData: [], inputs: [], outputs: graph.outputs };
}
