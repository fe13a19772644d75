import { measureErrors, type Pairing } from "../analysis/comparison/relative_error.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { Job } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The maps of two layers on one photo, [channels, …space]. */
export interface ComparedMaps {
  readonly a: Tensor;
  readonly b: Tensor;
  readonly other: Pairing;
}

/** Measures how far the maps of one layer are from those of another. */
export const comparedMapsJob: Job<ComparedMaps, Values> = {
  name: "compared maps",
  work: ({ a, b, other }) => Promise.resolve(measureErrors(a, b, other)),
};
