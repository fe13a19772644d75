import { countElements, takeMaps, type Tensor } from "../../tensor/tensor.ts";
import { createError } from "../../reason/error.ts";

/** What a layer gives for one photo: of several samples the first. */
export interface Sample {
  /** Its maps [channels, …space]. */
  readonly maps: Tensor;
  /** How many samples the photo became on the way, as windows, tiles or regions of it. */
  readonly of: number;
}

/**
 * Takes the maps of one photo out of a batch that was fed with so many copies of it. Where the batch
 * is a multiple of them, the photo was taken apart, and the first sample is no more than a part.
 *
 * @throws {RangeError} If there is no cell to be seen.
 */
export function takeSample(output: Tensor, copies: number): Sample {
  const [count = 0, ...dims] = output.dims;
  if (count === 0) {
    throw createError(RangeError, { code: "no-sample" });
  }
  if (countElements(dims) === 0) {
    throw createError(RangeError, { code: "no-cells", space: dims.slice(1) });
  }
  return { maps: takeMaps(output), of: count % copies === 0 ? count / copies : count };
}
