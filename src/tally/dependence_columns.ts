import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { quantileSorted } from "../tensor/d3_array.ts";
import type { LayerTally } from "./layer_tally.ts";
import type { PhotoDependence } from "./photo_dependence.ts";

/** How much of each map depends on something, 0 to 1, over the photos that it was tried on. */
export interface DependenceColumns {
  /** How many photos. */
  readonly photos: number;
  /** Null where no photo tells it: a map that is the same everywhere has nothing to lose. */
  readonly median: Values;
  /** What a quarter of the photos stay below. */
  readonly lowerQuartile: Values;
  /** What three quarters stay below. */
  readonly upperQuartile: Values;
}

/** Measures how the dependence of each map spreads over photos; null where none was tried. */
export function spreadDependence(
  { kernels, tried }: LayerTally,
  on: keyof PhotoDependence,
): DependenceColumns | null {
  const photos = [...tried.values()].map((photo) => photo[on]).filter((each) => each !== null);
  if (photos.length === 0) return null;
  const sorted = Array.from({ length: kernels }, (_, kernel) => {
    return photos.map((photo) => photo[kernel]!)
      .filter((share) => !Number.isNaN(share))
      .sort((a, b) => a - b);
  });
  const find = (share: number): Values =>
    sorted.map((values) => quantileSorted(values, share) ?? null);
  return {
    photos: photos.length,
    median: find(0.5),
    lowerQuartile: find(0.25),
    upperQuartile: find(0.75),
  };
}
