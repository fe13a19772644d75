import type { Job } from "../effects.ts";
import {
  type BinCounts,
  createBinCounts,
  measurePhoto,
  type PhotoNumbers,
} from "../tally/photo_numbers.ts";
import { countElements, sliceAt, type Tensor, toMapDims } from "../tensor/tensor.ts";

/** The maps of a layer on some photos, as a run gives them. */
export interface TalliedMaps {
  /** [samples, kernels, …space]. */
  readonly maps: Tensor;
  /** How many photos are tallied. */
  readonly photos: number;
  /** How many samples each became on the way: the first of them is tallied. */
  readonly samples: number;
}

/** What is told of the maps of a layer on some photos. */
export interface TalliedNumbers {
  /** Those of each photo. */
  readonly photos: readonly PhotoNumbers[];
  /** Those of all together. */
  readonly counts: BinCounts;
}

/** Tallies the maps of some layers on some photos. */
export const tallyJob: Job<readonly TalliedMaps[], readonly TalliedNumbers[]> = {
  name: "tally",
  work: (layers) => Promise.resolve(layers.map(tallyMaps)),
};

function tallyMaps({ maps, photos, samples }: TalliedMaps): TalliedNumbers {
  const [, ...dims] = maps.dims;
  const [kernels = 0, ...space] = toMapDims(dims);
  const counts = createBinCounts(kernels);
  const shape = { cells: countElements(space), width: space.at(-1)! };
  return {
    photos: Array.from(
      { length: photos },
      (_, photo) => measurePhoto(sliceAt(maps, photo * samples).data, shape, counts),
    ),
    counts,
  };
}
