import { createTensor, type Tensor } from "../../../src/tensor/tensor.ts";

/** The index along each axis; null stands for all of them. */
export type Place = readonly (number | null)[];

// Apart, so that what has thresholds and bounds is moved too.
const SHIFTS = [2.3, -1.7, 0.6];

/** Gives maps with the cells of a place changed, in a few ways. */
export function changeCells(
  { data, dims }: Tensor,
  place: Place,
  shifts: readonly number[] = SHIFTS,
): readonly Tensor[] {
  return shifts.map((shift) => {
    const moved = data.map((value, i) =>
      isWithin(findIndices(i, dims), place) ? shift - value / 2 : value
    );
    return createTensor(moved, dims);
  });
}

function isWithin(indices: readonly number[], place: Place): boolean {
  return place.every((index, axis) => index === null || index === indices[axis]);
}

/** Gives the index along each axis of the i-th element. */
export function findIndices(i: number, dims: readonly number[]): readonly number[] {
  let rest = i;
  return dims.toReversed().map((extent) => {
    const index = rest % extent;
    rest = Math.floor(rest / extent);
    return index;
  }).reverse();
}

/** Measures by how much each element differs at most. */
export function measureChange(before: Tensor, after: readonly Tensor[]): Tensor {
  const most = before.data.map((value, i) =>
    after.reduce((sum, { data }) => Math.max(sum, measureStep(value, data[i]!)), 0)
  );
  return createTensor(Float32Array.from(most), before.dims);
}

// From a number to none is a step of its own.
function measureStep(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const step = Math.abs(a - b);
  return Number.isFinite(step) ? step : 1;
}

/** Lists the indices of what has changed. */
export function listChanged({ data, dims }: Tensor): readonly (readonly number[])[] {
  return [...data.keys()].filter((i) => data[i]! > 0).map((i) => findIndices(i, dims));
}

/** Finds where the change is the largest. */
export function findStrongest({ data, dims }: Tensor): readonly number[] {
  return findIndices(data.indexOf(data.reduce((a, b) => Math.max(a, b), 0)), dims);
}

/** Measures where along an axis the middle of the change lies. */
export function measureCentre({ data, dims }: Tensor, axis: number): number {
  let sum = 0;
  let moment = 0;
  data.forEach((step, i) => {
    sum += step;
    moment += step * findIndices(i, dims)[axis]!;
  });
  return moment / sum;
}

/** Swaps the second axis of maps with the third one. */
export function swapAxes({ data, dims }: Tensor): Tensor {
  const [samples = 1, channels = 1, rows = 1, columns = 1] = dims;
  const swapped = new Float32Array(data.length);
  data.forEach((value, i) => {
    const [n = 0, c = 0, y = 0, x = 0] = findIndices(i, dims);
    swapped[((n * rows + y) * channels + c) * columns + x] = value;
  });
  return createTensor(swapped, [samples, rows, channels, columns]);
}
