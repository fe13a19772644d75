import type { Tensor } from "../../tensor/tensor.ts";

/** Maps that are compared cell by cell. */
export interface PairedMaps {
  readonly before: Tensor;
  readonly after: Tensor;
}

/**
 * Lays the maps [channels, height, width] of a mirrored photo over those of the photo as it is: cell x
 * beside the one of which it is the mirror image. Null where less than half of the columns have one.
 *
 * @param sum The sum of the columns of two such cells.
 */
export function pairMirrored({ before, after }: PairedMaps, sum: number): PairedMaps | null {
  const [channels = 0, height = 0, width = 0] = before.dims;
  const first = Math.max(0, sum - width + 1);
  const count = Math.min(width - 1, sum) - first + 1;
  if (count < width / 2) return null;
  const dims = [channels, height, count];
  const cut = (data: Float32Array, from: number, step: 1 | -1): Tensor => {
    const part = new Float32Array(channels * height * count);
    for (let row = 0, at = 0; row < channels * height; row++) {
      const start = row * width + from;
      for (let i = 0; i < count; i++) part[at++] = data[start + step * i]!;
    }
    return { data: part, dims };
  };
  return { before: cut(before.data, first, 1), after: cut(after.data, sum - first, -1) };
}
