import { createSizeFinder, type FindSizes } from "./map_sizes.ts";
import { createViewFinder, type FindViews } from "./view_sizes.ts";

/** What is known of the sizes of a report's pictures before any model runs. */
export interface Shapes {
  readonly findSizes: FindSizes;
  readonly findViews: FindViews;
}

/** Makes what finds sizes: each is traced once. */
export function createShapes(): Shapes {
  return { findSizes: createSizeFinder(), findViews: createViewFinder() };
}
