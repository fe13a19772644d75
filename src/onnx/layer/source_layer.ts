import { isConstant } from "../graph/computable.ts";
import type { ConvLayer } from "./conv_layer.ts";
import { findConstant } from "../constant/find_constant.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";

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
    if (node === undefined || !keepsChannels(model, node)) return null;
    const read = node.inputs.filter((input) => input !== "" && !isConstant(model, input));
    if (read.length !== 1) return null; // a sum of several
    name = read[0]!;
  }
  return null;
}

function keepsChannels(model: Model, node: Node): boolean {
  const { channels, reducing } = findTraits(node);
  if (channels !== null) return true;
  if (reducing) return sumsUpMaps(model, node);
  return FLATTENING.has(node.op) && hasSingleCells(model, node.inputs[0] ?? "");
}

const FLATTENING = new Set(["Flatten", "Reshape", "Squeeze"]);

// Whether every map of a tensor has been brought to one cell, so that a row of numbers has one each.
function hasSingleCells(model: Model, tensor: string): boolean {
  let name = tensor;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const node = model.graph.producers.get(name);
    if (node === undefined) return false;
    const { pool, channels, reducing } = findTraits(node);
    if (pool === "map" || reducing && sumsUpMaps(model, node)) return true;
    if (channels === null && !FLATTENING.has(node.op)) return false;
    name = node.inputs.find((input) => input !== "" && !isConstant(model, input)) ?? "";
  }
  return false;
}

function sumsUpMaps(model: Model, { attributes, inputs }: Node): boolean {
  const axes = attributes.get("axes")?.ints ??
    findConstant(model, inputs[1] ?? "")?.evaluate().data;
  return axes !== undefined && ["2,3", "-2,-1", "-1,-2"].includes(axes.join());
}
