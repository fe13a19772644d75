import { listVariable } from "../graph/computable.ts";
import { isFlattening } from "../graph/flattening.ts";
import type { Model } from "../graph/model.ts";
import type { ConvLayer } from "./conv_layer.ts";
import { keepsChannels } from "./source_layer.ts";

/** An output of a model that gives a number for each of its classes. */
export interface ClassOutput {
  /** Its tensor. */
  readonly output: string;
  /** The layer whose kernel j makes the number of class j. */
  readonly layer: ConvLayer;
  readonly scores: Scores;
}

/** What the numbers of classes are: shares of 1, their logarithms, a chance each, or none of these. */
export type Scores = "shares" | "logarithms" | "chances" | "plain";

const MAX_STEPS = 64;

/**
 * Finds the output whose numbers lead back to the kernels of a layer one by one, through means over
 * space, activations and what keeps their order; null where none does.
 */
export function findClassOutput(
  model: Model,
  layers: readonly ConvLayer[],
): ClassOutput | null {
  const makers = new Map<string, ConvLayer>();
  for (const layer of layers) {
    if (layer.place !== null) continue; // its tensors are those of a body
    for (const name of [layer.output, layer.chain?.output]) if (name) makers.set(name, layer);
  }
  for (const output of listEnds(model)) {
    const found = followBack(model, output, makers);
    if (found !== null) return found;
  }
  return null;
}

// What no node reads comes out of the model.
function listEnds({ graph: { nodes, consumers } }: Model): string[] {
  return nodes.flatMap(({ outputs: [first = ""] }) =>
    first === "" || consumers.has(first) ? [] : [first]
  );
}

function followBack(
  model: Model,
  output: string,
  makers: ReadonlyMap<string, ConvLayer>,
): ClassOutput | null {
  const ops: string[] = [];
  let name = output;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const layer = makers.get(name);
    if (layer !== undefined) {
      const behind = name === layer.output ? [] : layer.chain!.operators;
      return { output, layer, scores: findScores([...behind, ...ops]) };
    }
    const node = model.graph.producers.get(name);
    // Whether flattened maps had one cell each is seen when the model has run.
    if (node === undefined || !(keepsChannels(model, node) || isFlattening(node))) return null;
    const read = listVariable(model, node);
    if (read.length !== 1) return null;
    ops.unshift(node.op);
    name = read[0]!;
  }
  return null;
}

function findScores(ops: readonly string[]): Scores {
  if (ops.includes("LogSoftmax")) return "logarithms";
  if (ops.includes("Softmax")) return "shares";
  return ops.at(-1) === "Sigmoid" ? "chances" : "plain";
}
