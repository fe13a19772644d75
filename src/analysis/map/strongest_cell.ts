import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Cell } from "./top_cells.ts";

/**
 * Finds the cell of every map [channels, …space] that holds its largest finite value, of equal ones
 * the first in reading order; null where none is finite. Where a map has depths, the rows of each
 * follow those before.
 */
export function findStrongestCells(maps: Tensor): (Cell | null)[] {
  const [count = 0, ...space] = maps.dims;
  const width = space.at(-1) ?? 1;
  return Array.from({ length: count }, (_, k) => findStrongest(sliceAt(maps, k).data, width));
}

function findStrongest(map: Float32Array, width: number): Cell | null {
  let at = -1;
  for (let i = 0; i < map.length; i++) {
    if (Number.isFinite(map[i]) && (at < 0 || map[i]! > map[at]!)) at = i;
  }
  return at < 0 ? null : { x: at % width, y: Math.floor(at / width), value: map[at]! };
}
