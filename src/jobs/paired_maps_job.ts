import { pairMaps } from "../analysis/comparison/pairing.ts";
import { measureErrors, type Pairing } from "../analysis/comparison/relative_error.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { Job } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The maps of two layers on one photo, [channels, …space]. */
export interface UnpairedMaps {
  readonly a: Tensor;
  readonly b: Tensor;
  /** How far each is from that at its place. */
  readonly errors: Values;
}

/** Which maps go together, and how far each is from its own. */
export interface FittedMaps {
  readonly other: Pairing;
  readonly errors: Values;
}

/** Finds which maps of two layers go together. */
export const pairedMapsJob: Job<UnpairedMaps, FittedMaps> = {
  name: "paired maps",
  work: ({ a, b, errors }) => {
    const other = pairMaps(a, b, errors);
    return Promise.resolve({ other, errors: other === null ? errors : measureErrors(a, b, other) });
  },
};
