import type { Tensor } from "./tensor.ts";

/** A part of a picture, which may reach beyond it. */
export interface Patch {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * Crops pictures [n, channels, height, width] to a patch.
 *
 * @param beyond What lies beyond them.
 */
export function cropPatch(
  pictures: Tensor,
  { top, left, height, width }: Patch,
  beyond: number = 0,
): Tensor {
  const [count = 0, channels = 0, rows = 0, columns = 0] = pictures.dims;
  const planes = count * channels;
  const data = new Float32Array(planes * height * width);
  if (beyond !== 0) data.fill(beyond);
  const from = Math.max(0, left);
  const to = Math.min(columns, left + width);
  for (let plane = 0; plane < planes; plane++) {
    for (let y = Math.max(0, -top); y < Math.min(height, rows - top); y++) {
      const row = (plane * rows + top + y) * columns;
      const target = (plane * height + y) * width + from - left;
      if (to > from) data.set(pictures.data.subarray(row + from, row + to), target);
    }
  }
  return { data, dims: [count, channels, height, width] };
}
