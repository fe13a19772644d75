import type { ConvLayer } from "../layer/conv_layer.ts";
import type { Noted } from "../layer/noted.ts";
import type { Node } from "../wire/node.ts";
import { wholeOf } from "./kept.ts";

/**
 * Finds what the nodes around some layers told of them, and those that are left around the same layers
 * no longer tell.
 *
 * @param left The layers as the rest has them.
 * @returns What is to be noted of the nodes of the file.
 */
export function findLost(
  layers: readonly ConvLayer[],
  left: readonly ConvLayer[],
): ReadonlyMap<Node, Noted> {
  const byOutput = new Map(left.map((layer) => [layer.output, layer]));
  return new Map(layers.flatMap((layer): [Node, Noted][] => {
    const { chain, badges } = byOutput.get(layer.output) ?? layer;
    const noted: Noted = {
      ...chain?.output === layer.chain?.output ? {} : { chain: layer.chain?.output ?? null },
      ...String(badges) === String(layer.badges) ? {} : { badges: layer.badges },
    };
    return layer.place !== null || Object.keys(noted).length === 0
      ? []
      : [[wholeOf(layer.holder), noted]];
  }));
}
