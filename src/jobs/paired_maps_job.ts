import { measureColumnSpread } from "../analysis/comparison/column_spread.ts";
import { pairMaps } from "../analysis/comparison/pairing.ts";
import { measureErrors, type Pairing } from "../analysis/comparison/relative_error.ts";
import type { Job } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The maps of two layers on one photo, [channels, …space]. */
export interface UnpairedMaps {
  readonly a: Tensor;
  readonly b: Tensor;
}

/** Which maps go together, and how far they are apart. */
export interface FittedMaps {
  readonly other: Pairing;
  /** The median of the relative errors; null where none is known. */
  readonly error: number | null;
}

/** Finds which maps of two layers go together. */
export const pairedMapsJob: Job<UnpairedMaps, FittedMaps> = {
  name: "paired maps",
  work: ({ a, b }) => {
    const other = pairMaps(a, b);
    return Promise.resolve({
      other,
      error: measureColumnSpread(measureErrors(a, b, other)).median,
    });
  },
};
