import type { CellBlock } from "../../onnx/graph/cell_block.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** Finds the largest number of each map [channels, height, width] among the cells that count. */
export function findMapMaxima(
  { data, dims: [channels = 0, height = 0, width = 0] }: Tensor,
  { rows, columns }: CellBlock,
): Float32Array {
  const maxima = new Float32Array(channels).fill(-Infinity);
  for (let k = 0; k < channels; k++) {
    let most = -Infinity;
    for (let y = rows.from; y < rows.past; y++) {
      const row = (k * height + y) * width;
      for (let at = row + columns.from; at < row + columns.past; at++) {
        if (data[at]! > most) most = data[at]!;
      }
    }
    maxima[k] = most;
  }
  return maxima;
}

/**
 * Takes the largest numbers of maps of which the runtime told these and the means [channels, 2, 1];
 * null where a cell that counts is not finite, of which the runtime knows no largest.
 */
export function takeMapMaxima({ data, dims: [channels = 0] }: Tensor): Float32Array | null {
  const maxima = new Float32Array(channels);
  for (let k = 0; k < channels; k++) {
    if (!Number.isFinite(data[2 * k + 1]!)) return null;
    maxima[k] = data[2 * k]!;
  }
  return maxima;
}
