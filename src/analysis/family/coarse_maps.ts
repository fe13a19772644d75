import { averagePlanes, type Cells } from "../../tensor/area_average.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";

/** How coarse maps become before they are compared, and on which photos. */
export interface Coarseness {
  /** How many cells a map has along each side at most. */
  readonly side: number;
  /** One photo of so many is looked at, the first and then every so manyth. */
  readonly every: number;
}

// Of one map on all photos: what comparing every two maps of a layer takes and holds is bounded by it.
const MOST_CELLS = 4096;

// Finer, maps that fire at the same thing a cell apart are strangers: chance makes as many families.
const MOST_SIDE = 8;
// Coarser, they no longer tell where on the photo they fire.
const LEAST_SIDE = 4;

/** Chooses how coarse maps become: the more photos, the coarser, until only some photos are looked at. */
export function planCoarseness(photos: number): Coarseness {
  const side = Math.floor(Math.sqrt(MOST_CELLS / Math.max(1, photos)));
  return {
    side: Math.min(MOST_SIDE, Math.max(LEAST_SIDE, side)),
    every: Math.max(1, Math.ceil(photos / (MOST_CELLS / LEAST_SIDE ** 2))),
  };
}

/** Averages every map [channels, …space] to a side of so many cells at most: [channels, cells]. */
export function coarsenMaps(maps: Tensor, side: number): Tensor {
  const [channels = 0, ...space] = maps.dims;
  const from = flatten(space);
  const to = coarsen(from, side);
  return { data: averagePlanes(maps, from, to), dims: [channels, to.height * to.width] };
}

/** Counts the cells of a map after {@linkcode coarsenMaps}. */
export function countCoarseCells(space: readonly number[], side: number): number {
  const { height, width } = coarsen(flatten(space), side);
  return height * width;
}

function coarsen({ height, width }: Cells, side: number): Cells {
  return { height: Math.min(side, height), width: Math.min(side, width) };
}

// The rows of each depth follow those before.
function flatten(space: readonly number[]): Cells {
  return { height: countElements(space.slice(0, -1)), width: space.at(-1) ?? 1 };
}
