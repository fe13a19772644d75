import { type Pairing, toPairing } from "../../analysis/comparison/relative_error.ts";
import type { LayerSource } from "../../plan/plan.ts";
import type { Twins } from "./side.ts";

/** Which kernels go together in the layers that were compared so far. */
export interface KnownPairings {
  add(twins: Twins, other: Pairing): void;
  /**
   * Finds which input of `b` goes with each input of `a`: null where each with that at its place,
   * "unknown" where kernels before were permuted, and it is not known which make the inputs.
   */
  findInputs(twins: Pick<Twins, "a" | "b">): Pairing | "unknown";
}

/** Begins to note which kernels go together. */
export function openPairings(): KnownPairings {
  const byLayer = new Map<string, { readonly b: string; readonly other: Pairing }>();
  return {
    add: ({ a, b }, other) => void byLayer.set(a.layer.id, { b: b.layer.id, other }),
    findInputs: ({ a: { layer: a }, b: { layer: b } }) => {
      const isPermuted = byLayer.values().some(({ other }) => other !== null);
      const { group = 1, inChannels = 0 } = a.conv.shape ?? {};
      if (!isPermuted || a.conv.readsInput !== null || group === inChannels) return null;
      const inputs = group > 1 ? null : joinParts(a.sources, b.sources, (source, other) => {
        const made = byLayer.get(source);
        return made?.b === other ? made : null;
      });
      return inputs?.length === inChannels ? toPairing(inputs) : "unknown";
    },
  };
}

type FindMade = (source: string, other: string) => { readonly other: Pairing } | null;

// Null where something else stands between them.
function joinParts(
  a: readonly LayerSource[],
  b: readonly LayerSource[],
  findMade: FindMade,
): number[] | null {
  const inputs: number[] = [];
  for (const [i, { layer, first, count }] of a.entries()) {
    const part = b[i];
    const made = part && findMade(layer, part.layer);
    if (!made || part.first !== first || first !== inputs.length || count === null) return null;
    for (let j = 0; j < count; j++) inputs.push(first + (made.other?.[j] ?? j));
  }
  return inputs;
}
