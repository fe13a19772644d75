import { isConstant } from "../graph/computable.ts";
import type { ConvLayer } from "./conv_layer.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";

const MAX_STEPS = 64;

/**
 * Finds for each layer the place of that whose kernel j makes the map that it reads as its input j;
 * null where the maps of several layers come together, or where it reads something else.
 */
export function findSourceLayers(
  model: Model,
  layers: readonly ConvLayer[],
): (number | null)[] {
  const makers = new Map<string, number>();
  layers.forEach(({ output, chain }, place) => {
    for (const name of chain === null ? [output] : [output, chain.output]) {
      if (!makers.has(name)) makers.set(name, place);
    }
  });
  return layers.map((layer) => findSource(model, layer, makers));
}

function findSource(
  model: Model,
  layer: ConvLayer,
  makers: ReadonlyMap<string, number>,
): number | null {
  let name = layer.input;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const source = makers.get(name);
    if (source !== undefined) return source;
    const node = model.graph.producers.get(name);
    if (node === undefined || findTraits(node).channels === null) return null;
    const read = node.inputs.filter((input) => input !== "" && !isConstant(model, input));
    if (read.length !== 1) return null; // a sum of several
    name = read[0]!;
  }
  return null;
}
