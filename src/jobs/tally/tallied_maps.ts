import { measurePhoto, type PhotoNumbers } from "../../tally/photo_numbers.ts";
import {
  type BinCounts,
  createValueCounts,
  readBinCounts,
  type ValueCounts,
} from "../../tally/value_counts.ts";
import { countSamples } from "./sample_count.ts";
import { countElements, sliceAt, type Tensor, toMapDims } from "../../tensor/tensor.ts";

/** What is told of the maps of some photos. */
export interface MapsTally {
  /** Of each photo, by layer; null where that gave no maps. */
  readonly photos: readonly PhotoTally[];
  /** How often values of each layer are in each bin, over all photos; null where there are none. */
  readonly counts: readonly (BinCounts | null)[];
}

/** What one photo has in each layer; null where that gave no maps. */
export type PhotoTally = readonly (PhotoNumbers | null)[];

/** How many photos a run was fed, and how many of them count: the first ones. */
export interface FedPhotos {
  readonly photos: number;
  readonly fed: number;
}

/**
 * Tallies the maps of a run, by layer: what each photo has.
 *
 * @param maps [samples, kernels, …space] each; null where a layer gave none.
 * @param counts Takes how often values are in each bin, by layer.
 */
export function tallyMaps(
  maps: readonly (Tensor | null)[],
  { photos, fed }: FedPhotos,
  counts: (ValueCounts | null)[],
): PhotoTally[] {
  return Array.from(
    { length: photos },
    (_, photo) =>
      maps.map((each, layer) => {
        if (each === null) return null;
        const own = sliceAt(each, photo * countSamples(each, fed));
        const [kernels = 0, ...space] = toMapDims(own.dims);
        const shape = { cells: countElements(space), width: space.at(-1)! };
        return measurePhoto(own.data, shape, counts[layer] ??= createValueCounts(kernels));
      }),
  );
}

/** Gives what was counted of each layer. */
export function readCounts(counts: readonly (ValueCounts | null)[]): MapsTally["counts"] {
  return counts.map((own) => own && readBinCounts(own));
}
