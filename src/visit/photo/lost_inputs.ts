import type { PlannedLayer } from "../../plan/plan.ts";
import type { SharedByLayer } from "../../plan/shared_inputs.ts";
import type { MapsFinding } from "../../report/finding.ts";

/** Leaves out of what layers show what layers were to draw that have failed. */
export function dropLost(
  maps: ReadonlyMap<PlannedLayer, MapsFinding>,
  shared: SharedByLayer,
): ReadonlyMap<PlannedLayer, MapsFinding> {
  return new Map([...maps].map(([layer, finding]) => {
    const source = shared.get(layer)?.layer ?? layer;
    if (maps.has(source)) return [layer, finding];
    const pictures = finding.pictures.filter(({ kind }) => kind !== "inputs");
    return [layer, { ...finding, pictures }];
  }));
}
