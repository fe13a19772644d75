import { countDataBytes, readData } from "../constant/tensor_data.ts";
import type { Model } from "../graph/model.ts";
import { isNumeric } from "../wire/element.ts";
import { joinSources, memorySource } from "../wire/joined_source.ts";
import { GRAPH } from "../wire/proto.ts";
import type { TensorRef } from "../wire/tensor_ref.ts";
import type { ByteSource } from "../wire/wire.ts";
import { encodePlace, encodeRenamed, type NamedTensor } from "../write/named_tensor.ts";
import { encodeRawTensor } from "../write/encode.ts";
import { copyTensor, copyWhole, openLate } from "../write/whole_copy.ts";

/** The weights of a model that is written. */
export interface PlacedWeights {
  /** As fields of a GraphProto. */
  readonly fields: readonly ByteSource[];
  /** The file beside the model that holds their data; null where the model itself does. */
  readonly data: ByteSource | null;
}

/** Places weights within the model. */
export function placeInside(model: Model, weights: readonly NamedTensor[]): PlacedWeights {
  return { fields: weights.map((weight) => copyWeight(model, weight)), data: null };
}

function copyWeight(model: Model, { name, ref }: NamedTensor): ByteSource {
  if (ref.sparse === null) return copyTensor(model, ref, GRAPH.initializer, name);
  if (ref.name === name && ref.field.no === GRAPH.sparseInitializer) {
    return copyWhole(model, ref.field, "sparse");
  }
  const { dataType: type, dims } = ref;
  const tensor = { type, dims, bytes: readData(model, ref) };
  return memorySource(encodeRawTensor(GRAPH.initializer, name, tensor)); // of a function that stands in the graph
}

// Less is not worth a place of its own.
const SMALL = 1 << 12; // bytes

// Where a part of a file can be mapped into memory.
const PAGE = 1 << 12; // bytes

/** Places the large ones among some weights in a file beside the model, by its name. */
export function placeBeside(
  model: Model,
  weights: readonly NamedTensor[],
  location: string,
): PlacedWeights {
  const parts: ByteSource[] = [];
  let offset = 0;
  const fields = weights.map((weight) => {
    if (!isLarge(weight.ref)) return copyWeight(model, weight);
    const padding = (PAGE - offset % PAGE) % PAGE;
    const data = openLate(model, weight.ref);
    parts.push(memorySource(new Uint8Array(padding)), data);
    const place = { location, offset: offset + padding, length: data.byteLength };
    offset += padding + data.byteLength;
    return memorySource(encodeRenamed(model, weight, encodePlace(place)));
  });
  return { fields, data: joinSources(parts) };
}

function isLarge(ref: TensorRef): boolean {
  return ref.sparse === null && isNumeric(ref.dataType) && countDataBytes(ref) > SMALL;
}
