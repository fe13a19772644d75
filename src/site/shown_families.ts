import type { Families } from "../analysis/family/families.ts";
import type { LayerData } from "./layer_data.ts";

/** Finds the families of a deep layer; null for a first one, which has classes, and where none are known. */
export function findShownFamilies(
  { layer, measures }: Pick<LayerData, "layer" | "measures">,
): Families | null {
  return layer.readsImage ? null : measures?.families ?? null;
}
