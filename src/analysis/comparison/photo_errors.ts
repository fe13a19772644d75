import type { Values } from "../kernel/kernel_measures.ts";

/** The relative errors of the maps of a layer over the photos, a column each. */
export interface PhotoErrors {
  /** The mean over the photos on which it is known; null where it is on none. */
  readonly mean: Values;
  /** The largest on a photo. */
  readonly worst: Values;
  /** The place of that photo among those that were compared. */
  readonly photo: Values;
}

/** Errors that are gathered photo by photo, so that no more is held the more there are. */
export interface GatheredErrors {
  /** Adds the errors of the maps on the next photo; null where it is not compared. */
  add(errors: Values | null): void;
  finish(): PhotoErrors;
}

/** Gathers the relative errors of so many maps. */
export function gatherErrors(count: number): GatheredErrors {
  const [sums, known] = [new Float64Array(count), new Uint32Array(count)];
  const worst: (number | null)[] = Array.from({ length: count }, () => null);
  const photo: (number | null)[] = Array.from({ length: count }, () => null);
  let place = 0;
  return {
    add: (errors) => {
      for (const [k, error] of errors?.entries() ?? []) {
        if (error === null) continue;
        sums[k]! += error;
        known[k]!++;
        if (error <= (worst[k] ?? -1)) continue;
        worst[k] = error;
        photo[k] = place;
      }
      place++;
    },
    finish: () => {
      const mean = Array.from(sums, (sum, k) => known[k] === 0 ? null : sum / known[k]!);
      return { mean, worst, photo };
    },
  };
}
