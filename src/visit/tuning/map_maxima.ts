import type { TunedCells } from "../../plan/tuning_plan.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** Finds the largest number of each map [channels, height, width] among the cells that count. */
export function findMapMaxima(
  { data, dims: [channels = 0, height = 0, width = 0] }: Tensor,
  { rows, columns }: TunedCells,
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
