import { countDataBytes } from "../constant/tensor_data.ts";
import type { Model } from "../graph/model.ts";
import { isNumeric } from "../wire/element.ts";

/** Counts the bytes of the tensors of a model that lie in each file beside it, by the file's path. */
export function weighDataFiles({ graph }: Model): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  for (const ref of graph.initializers.values()) {
    if (ref.external === null || !isNumeric(ref.dataType)) continue;
    const { location } = ref.external;
    bytes.set(location, (bytes.get(location) ?? 0) + countDataBytes(ref));
  }
  return bytes;
}
