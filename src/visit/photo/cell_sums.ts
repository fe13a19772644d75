import { type CellSum, NAMED_TERMS, nameTerms } from "../../analysis/map/cell_sum.ts";
import type { Cell } from "../../analysis/map/top_cells.ts";
import type { Constant } from "../../onnx/constant/constant.ts";
import type { ConvLayer } from "../../onnx/layer/conv_layer.ts";
import { findPlaces, type Reach } from "../../onnx/layer/reach.ts";
import type { ComputedValues } from "../../onnx/constant/weights.ts";
import { sumSlices } from "../../onnx/layer/slice_sums.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** What a layer read on one photo, and what it made of it. */
export interface LayerRun {
  /** Its own maps, [outChannels, …space]. */
  readonly maps: Tensor;
  /** What it reads, [inChannels, …space]. */
  readonly inputs: Tensor;
  readonly reach: Reach;
  /** What the runtime computed of its weights. */
  readonly computed: ComputedValues;
}

/**
 * Finds the numbers that add up to a cell of each map; null where there is no cell, and where they
 * do not add up to what the runtime gave, so that more is behind it than is known.
 */
export function sumCells(
  layer: ConvLayer,
  cells: readonly (Cell | null)[],
  run: LayerRun,
): (CellSum | null)[] {
  const { shape, kernels, bias, summing } = layer;
  if (shape === null || kernels === null || summing === null) return cells.map(() => null);
  const weights = kernels.evaluate(run.computed);
  const biases = bias?.evaluate?.(run.computed).data ?? null;
  const isRounded = summing.kind === "exact" ? null : roundingOf(summing.step, run.maps);
  return cells.map((cell, kernel) => {
    const met = cell && findMet(run.reach, cell);
    if (cell === null || met === null) return null;
    const added = biases?.[kernel] ?? 0;
    const tensors = { kernels: weights, inputs: run.inputs };
    const { first, sums, size } = sumSlices(shape, tensors, { kernel, met });
    const found = { sum: sums.reduce((a, b) => a + b, added), size: size + Math.abs(added) };
    const total = findTotal(found, cell.value, isRounded);
    const named = layer.readsInput === null ? NAMED_TERMS : 0;
    return total === null ? null : nameTerms(sums, { first, total, bias: added, named });
  });
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

function roundingOf(scale: Constant | null, { data }: Tensor): Rounding {
  if (scale === null) return ({ sum, size }, value) => Math.abs(sum - value) <= ROUGH * size;
  const [step = 0] = scale.evaluate().data;
  const least = data.reduce((a, b) => Math.min(a, b), Infinity);
  const most = data.reduce((a, b) => Math.max(a, b), -Infinity);
  return ({ sum }, value) =>
    Math.abs(sum - value) <= HALF * step ||
    (value === most && sum > value) || (value === least && sum < value); // at an end of the range
}
