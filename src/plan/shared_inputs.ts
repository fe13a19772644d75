import { hasCircuit } from "./circuit.ts";
import type { MapSource } from "./picture_kind.ts";
import type { PlannedLayer } from "./plan.ts";

/** Where the maps that a layer reads are drawn already. */
export interface SharedInputs {
  readonly layer: PlannedLayer;
  /** As what they are drawn there. */
  readonly as: MapSource;
}

/** The layers that read what another one draws. */
export type SharedByLayer = ReadonlyMap<PlannedLayer, SharedInputs>;

/**
 * Finds which of some layers read what another one has made, before or behind what follows it, or
 * what another one before them reads too: the same tensor is drawn once.
 */
export function findSharedInputs(layers: readonly PlannedLayer[]): SharedByLayer {
  const drawn = new Map<string, SharedInputs>();
  for (const as of ["maps", "activated", "inputs"] as const) {
    for (const layer of layers) {
      const tensor = nameTensor(layer, as);
      if (tensor !== null && !drawn.has(tensor)) drawn.set(tensor, { layer, as });
    }
  }
  return new Map(layers.flatMap((layer) => {
    const read = nameTensor(layer, "inputs");
    const shared = read === null ? null : drawn.get(read)!;
    return shared === null || shared.layer === layer ? [] : [[layer, shared]];
  }));
}

// Whole numbers are another tensor than what their scale makes of them.
function nameTensor({ conv }: PlannedLayer, source: MapSource): string | null {
  switch (source) {
    case "maps":
      return conv.tap?.quantization === null ? conv.tap.tensor : null;
    case "activated":
      return conv.chain && conv.chain.output;
    case "inputs":
      return hasCircuit(conv) ? conv.input : null;
  }
}
