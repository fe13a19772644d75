import type { ViewedKernels } from "../../site/tile/kernel_view.ts";
import type { TileRanges } from "../../site/tile/tile_range.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { Sheet } from "../tile/tile.ts";
import type { TwinOrder } from "./twin.ts";

/** Kernels or maps of one side: their picture, its ranges, and their numbers. */
export interface ComparedTiles {
  /** How many there are. */
  readonly count: number;
  readonly sheet: Sheet;
  /** How kernels are shown; null for maps. */
  readonly viewed: ViewedKernels | null;
  /** What stands for each in the grids: all of it, or the strongest slices of a kernel. */
  readonly overview: Sheet;
  /** The range of what stands for pair k, and its place in the sheet. */
  readonly ranges: TileRanges;
  readonly at: (k: number) => number;
  /** The dims of the numbers of one tile. */
  readonly dims: readonly number[];
  /** The size in words, such as `11 × 11 × 3`. */
  readonly size: string;
  /** Loads the numbers of pair k; null where the report leaves them out. */
  readonly load: ((k: number) => Promise<Tile>) | null;
  /** How many bytes the files of the numbers of all tiles have. */
  readonly bytes: number;
}

/** Puts the kernels or maps of B in the order of those of A that they go with. */
export function orderTiles(
  tiles: ComparedTiles,
  { other, inputs }: TwinOrder,
): ComparedTiles {
  const { load } = tiles;
  const at = (k: number): number => other?.[k] ?? k;
  const arrange = tiles.viewed === null ? null : inputs;
  return {
    ...tiles,
    at,
    ranges: tiles.ranges.map((_, k) => tiles.ranges[at(k)] ?? null),
    load: load && (async (k) => arrangeInputs(await load(at(k)), arrange)),
  };
}

function arrangeInputs(tile: Tile, inputs: readonly number[] | null): Tile {
  if (inputs === null) return tile;
  const size = tile.numbers.length / inputs.length;
  const numbers = new Float32Array(tile.numbers.length);
  inputs.forEach((input, j) => {
    numbers.set(tile.numbers.subarray(input * size, (input + 1) * size), j * size);
  });
  return { ...tile, numbers };
}
