import { isFused } from "../read/fused_node.ts";
import type { ConvLayer } from "../layer/conv_layer.ts";
import type { Model } from "../graph/model.ts";
import { findNeeds, listRead } from "../graph/needs.ts";
import type { Node } from "../wire/node.ts";

/** What of a model some layers need, in the words of its file. */
export interface Kept {
  /** The nodes, in an order in which they can run; one that was expanded stands there whole. */
  readonly nodes: readonly Node[];
  /** The tensors that they read. */
  readonly read: ReadonlySet<string>;
  /** The tensors that they write. */
  readonly written: ReadonlySet<string>;
}

/** Finds what some layers need, with what follows them and changes their maps cell by cell. */
export function findKept(model: Model, layers: readonly ConvLayer[]): Kept {
  const holders = new Set(layers.map(({ holder }) => holder));
  const wanted = layers.flatMap(({ chain, dense, output }) => [
    ...dense ? [output] : [], // another node may add its bias
    ...chain === null ? [] : [chain.output],
  ]);
  for (;;) {
    const needs = findNeeds(model, wanted.map((tensor) => ({ tensor, quantization: null })));
    const isNeeded = (node: Node) => holders.has(node) || needs.nodes.has(node);
    const nodes = [...new Set(model.graph.nodes.filter(isNeeded).map(wholeOf))];
    const read = new Set(
      nodes.flatMap((node) => listRead(model, node)),
    );
    const more = [...read].filter((name) => isThere(model, name) && !needs.tensors.has(name));
    if (more.length === 0) {
      return { nodes, read, written: new Set(nodes.flatMap(({ outputs }) => outputs)) };
    }
    wanted.push(...more); // what only the rest of an expanded node reads
  }
}

/** Gives the node of the file that a node is a part of; that of a function stands for itself. */
export function wholeOf(node: Node): Node {
  return node.part !== null && isFused(node.part) ? node.part : node;
}

// A body's own tensors are read there too.
function isThere({ graph: { producers, inputs, initializers } }: Model, name: string): boolean {
  return producers.has(name) || inputs.has(name) || initializers.has(name);
}
