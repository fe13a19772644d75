import {
  addCounts,
  addPhoto,
  createLayerTally,
  type LayerTally,
} from "../../src/tally/layer_tally.ts";
import { measurePhoto } from "../../src/tally/photo_numbers.ts";
import { createValueCounts, readBinCounts } from "../../src/tally/value_counts.ts";

/** A photo of a made dataset, and what the maps of a layer are on it. */
export interface MadePhoto {
  /** The values of each kernel's map. */
  readonly maps: readonly (readonly number[])[];
  /** @default null */
  readonly label?: number | null;
}

/** Tallies photos in their order; each is kept for itself. */
export function tallyPhotos(photos: readonly MadePhoto[]): LayerTally {
  const kernels = photos[0]!.maps.length;
  const tally = createLayerTally(kernels);
  photos.forEach(({ maps, label = null }, place) => {
    const counts = createValueCounts(kernels);
    const extent = { cells: maps[0]!.length, width: maps[0]!.length };
    const numbers = measurePhoto(Float32Array.from(maps.flat()), extent, counts);
    addPhoto(tally, { place, label, isSampled: true, isBinned: true }, numbers);
    addCounts(tally, readBinCounts(counts));
  });
  return tally;
}
