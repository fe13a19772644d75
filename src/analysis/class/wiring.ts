import type { Values } from "../kernel/kernel_measures.ts";

/** How many inputs make most of a map, in the order of pages. */
export const WIRINGS = ["one", "few", "many"] as const;

/** How a kernel is wired. */
export type Wiring = typeof WIRINGS[number];

/** How the weights of a kernel act, in the order of pages. */
export const WEIGHT_ACTS = ["excites", "inhibits", "both"] as const;

/** How the weights of a kernel act on its map. */
export type WeightAct = typeof WEIGHT_ACTS[number];

/** The share of a map's variance from which one input, or the few that are named, make it. */
export const WIRED_FROM = 0.5;

/** The balance of weights, Σ w / Σ |w|, from which a kernel excites: three quarters are positive. */
export const EXCITES_FROM = 0.5;

/** The inputs that make most of each map on a photo, largest share first: a list a map. */
export interface NamedInputs {
  readonly input: readonly (readonly number[])[];
  readonly share: readonly (readonly number[])[];
}

/** What is known of the inputs of the kernels of a layer. */
export interface WiringOptions {
  /** On each photo; null on photos of which it is not known. */
  readonly circuits: readonly (NamedInputs | null)[];
  /** The share of a kernel's energy in its strongest slices; null where the kernels are not known. */
  readonly strongestShare: Values | null;
  /** How many slices a kernel has. */
  readonly slices: number;
}

/**
 * Tells how each kernel is wired: whether one input makes half of its map's variance or more, on
 * average over the photos, or the four that are named together do. Where no map is known to be made
 * of inputs, half of the kernel's energy in its four strongest slices tells few from many. Null for
 * kernels of one slice, which have no choice.
 */
export function tellWiring(
  { circuits, strongestShare, slices }: WiringOptions,
  count: number,
): (Wiring | null)[] {
  const known = circuits.filter((circuit) => circuit !== null);
  return Array.from({ length: count }, (_, k) => {
    if (slices < 2) return null;
    if (known.length > 0) return nameShares(averageShares(known, k));
    const energy = strongestShare?.[k] ?? null;
    return energy === null ? null : energy >= WIRED_FROM ? "few" : "many";
  });
}

// By input; one that is not named on a photo has next to nothing there.
function averageShares(circuits: readonly NamedInputs[], k: number): readonly number[] {
  const sums = new Map<number, number>();
  for (const { input, share } of circuits) {
    (input[k] ?? []).forEach((each, i) => {
      sums.set(each, (sums.get(each) ?? 0) + share[k]![i]! / circuits.length);
    });
  }
  return [...sums.values()];
}

// Null for a map that is the same everywhere on every photo.
function nameShares(shares: readonly number[]): Wiring | null {
  if (shares.length === 0) return null;
  if (shares.some((share) => share >= WIRED_FROM)) return "one";
  return shares.reduce((sum, share) => sum + share, 0) >= WIRED_FROM ? "few" : "many";
}

/** Tells how the weights of each kernel act by their balance, Σ w / Σ |w|; null where it has none. */
export function tellWeightAct(balance: Values | null, count: number): (WeightAct | null)[] {
  return Array.from({ length: count }, (_, k) => {
    const own = balance?.[k] ?? null;
    if (own === null) return null;
    if (own >= EXCITES_FROM) return "excites";
    return own <= -EXCITES_FROM ? "inhibits" : "both";
  });
}
