import type { Model } from "../graph/model.ts";
import { listRead } from "../graph/needs.ts";
import { isMeasuring } from "../graph/measuring.ts";
import type { ConvLayer } from "./conv_layer.ts";

const NONE: ReadonlySet<number> = new Set();

/**
 * Finds for each layer those whose maps reach its input through nodes that are no layers, by their
 * places in the order of the layers. Of layers in the bodies of control flow none is known.
 */
export function findReadLayers(model: Model, layers: readonly ConvLayer[]): number[][] {
  const reaching = findReaching(model, layers);
  return layers.map(({ input, place }) => {
    const read = place === null ? reaching.get(input) ?? NONE : NONE;
    return [...read].sort((a, b) => a - b);
  });
}

/** Which layers reach each tensor, by its name. */
type Reaching = ReadonlyMap<string, ReadonlySet<number>>;

function findReaching(model: Model, layers: readonly ConvLayer[]): Reaching {
  const reaching = new Map<string, ReadonlySet<number>>();
  const join = (names: readonly string[], more: readonly number[] = []): ReadonlySet<number> =>
    joinSets([...names.map((name) => reaching.get(name) ?? NONE), new Set(more)]);
  const makers = indexMakers(layers);
  const held = Map.groupBy(layers.keys(), (i) => layers[i]!.holder);
  for (const node of model.graph.nodes) {
    const inBodies = (held.get(node) ?? []).filter((i) => layers[i]!.place !== null);
    // A Resize to the size of a map reads nothing of it.
    const read = isMeasuring(node) ? NONE : join(listRead(model, node), inBodies);
    for (const output of node.outputs) {
      const maker = makers.get(output);
      reaching.set(output, maker === undefined ? read : new Set([maker]));
    }
  }
  return reaching;
}

function indexMakers(layers: readonly ConvLayer[]): ReadonlyMap<string, number> {
  const made = layers.flatMap(({ output, place }, i) =>
    place === null ? [[output, i] as const] : []
  );
  return new Map(made);
}

// Most tensors are reached by what reaches another: they share its set.
function joinSets(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const filled = [...new Set(sets)].filter(({ size }) => size > 0);
  return filled.length === 1 ? filled[0]! : filled.reduce((all, set) => all.union(set), NONE);
}
