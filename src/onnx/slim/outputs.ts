import { findElementType } from "../graph/element_type.ts";
import type { ConvLayer } from "../layer/conv_layer.ts";
import type { Dim } from "../graph/graph.ts";
import type { Model } from "../graph/model.ts";
import { type Kept, wholeOf } from "./kept.ts";
import { GRAPH } from "../wire/proto.ts";
import { encodeValueInfo } from "../write/encode.ts";

/** A tensor that comes out of a model. */
export interface SlimOutput {
  readonly name: string;
  /** As a field of a GraphProto. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Lists the maps of some layers as the outputs of a model that holds no more than these: those of the
 * convolution itself and those behind what follows it, where a file that holds them can say of what
 * type and how many axes they are, as it must.
 */
export function listOutputs(
  model: Model,
  layers: readonly ConvLayer[],
  { written }: Kept,
): SlimOutput[] {
  const found = new Map<string, readonly Dim[] | null>();
  for (const layer of layers) {
    const whole = wholeOf(layer.holder);
    const own = [layer.output, ...layer.chain === null ? [] : [layer.chain.output]];
    const dims = whole === layer.node ? findDims(layer) : null;
    for (const name of own) if (!found.has(name)) found.set(name, dims);
    for (const name of whole.outputs.slice(0, 1)) if (!found.has(name)) found.set(name, null);
  }
  return [...found].filter(([name]) => written.has(name)).flatMap(([name, dims]) => {
    const declared = model.graph.declared.get(name);
    const told = declared?.dataType ?? "undefined";
    const type = told === "undefined" ? findElementType(model, name) : told;
    const known = declared?.dims ?? dims;
    if (type === null || known === null) return [];
    return [{ name, bytes: encodeValueInfo(GRAPH.output, name, { dims: known, type }) }];
  });
}

// [batch, channels, …space]; a fully connected layer has no space.
function findDims({ place, shape, dense }: ConvLayer): readonly Dim[] | null {
  if (place !== null || shape === null) return null;
  if (dense) return [null, shape.outChannels];
  return [null, shape.outChannels, ...shape.kernelShape.map(() => null)];
}
