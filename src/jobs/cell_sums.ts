import { type CellSum, NAMED_TERMS, nameTerms } from "../analysis/map/cell_sum.ts";
import type { Cell } from "../analysis/map/top_cells.ts";
import type { ConvShape } from "../onnx/layer/conv_shape.ts";
import { findPlaces, type Reach } from "../onnx/layer/reach.ts";
import { sumSlices } from "../onnx/layer/slice_sums.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** What the cells of a layer's maps are sums of. */
export interface SummedLayer {
  readonly shape: ConvShape;
  /** [outChannels, inChannels / group, …kernelShape]. */
  readonly kernels: Tensor;
  /** What is added to the map of each kernel; null where nothing is. */
  readonly bias: ArrayLike<number> | null;
  readonly rounding: CellRounding;
  /** Whether it reads the photo, whose channels need no naming. */
  readonly readsPhoto: boolean;
}

/** What the sums of a layer are rounded to. */
export type CellRounding =
  | { readonly kind: "exact" }
  /** To multiples of the step; null where the steps grow with the numbers. */
  | { readonly kind: "rounded"; readonly step: number | null };

/** What a layer read on one photo, and what it made of it. */
export interface LayerRun {
  /** Its own maps, [outChannels, …space]. */
  readonly maps: Tensor;
  /** What it reads, [inChannels, …space]. */
  readonly reads: Tensor;
  readonly reach: Reach;
}

/**
 * Finds the numbers that add up to a cell of each map; null where there is no cell, and where they
 * do not add up to what the runtime gave, so that more is behind it than is known.
 */
export function sumCells(
  { shape, kernels, bias, rounding, readsPhoto }: SummedLayer,
  cells: readonly (Cell | null)[],
  { maps, reads, reach }: LayerRun,
): (CellSum | null)[] {
  const isRounded = rounding.kind === "exact" ? null : roundingOf(rounding.step, maps);
  return cells.map((cell, kernel) => {
    const met = cell && findMet(reach, cell);
    if (cell === null || met === null) return null;
    const added = bias?.[kernel] ?? 0;
    const { first, sums, size } = sumSlices(shape, { kernels, inputs: reads }, { kernel, met });
    const found = { sum: addUp(sums, added), size: size + Math.abs(added) };
    const total = findTotal(found, cell.value, isRounded);
    const named = readsPhoto ? 0 : NAMED_TERMS;
    return total === null ? null : nameTerms(sums, { first, total, bias: added, named });
  });
}

function addUp(sums: Float64Array, first: number): number {
  let all = first;
  for (let i = 0; i < sums.length; i++) all += sums[i]!;
  return all;
}

function findMet(reach: Reach, cell: Cell): Reach[number] | null {
  const places = findPlaces(reach, cell);
  const met = reach.map((cells, axis) => cells[places[axis]!]);
  return met.every((each) => each !== undefined) ? met : null;
}

// The runtime adds in single precision, in an order of its own.
const LOOSE = 1e-5;

/** Tells whether a value is what a sum was rounded to. */
type Rounding = (sum: { readonly sum: number; readonly size: number }, value: number) => boolean;

function findTotal(
  found: { readonly sum: number; readonly size: number },
  value: number,
  isRounded: Rounding | null,
): number | null {
  if (Math.abs(found.sum - value) <= LOOSE * found.size) return value;
  return isRounded?.(found, value) ? found.sum : null;
}

// Within half a step and what single precision makes of it.
const HALF = 0.51;
// bfloat16 keeps 8 bits.
const ROUGH = 2 ** -8;

function roundingOf(step: number | null, { data }: Tensor): Rounding {
  if (step === null) return ({ sum, size }, value) => Math.abs(sum - value) <= ROUGH * size;
  const least = data.reduce((a, b) => Math.min(a, b), Infinity);
  const most = data.reduce((a, b) => Math.max(a, b), -Infinity);
  return ({ sum }, value) =>
    Math.abs(sum - value) <= HALF * step ||
    (value === most && sum > value) || (value === least && sum < value); // at an end of the range
}
