import { countElements } from "../../tensor/tensor.ts";
import type { Rows } from "./inner_products.ts";
import type { KernelPlane } from "../spectrum/plane.ts";

/** By how many cells a kernel is moved, down and to the right. */
export interface Shift {
  readonly y: number;
  readonly x: number;
}

/** Takes a kernel [in, …kernelShape] for a plane: further axes are channels, one axis is a row. */
export function foldAxes([inputs = 1, ...kernelShape]: readonly number[]): KernelPlane {
  const [width = 1, height = 1, ...others] = kernelShape.toReversed();
  return { channels: inputs * countElements(others), height, width };
}

/** The longest shift at which kernels are compared, in cells along each axis. */
export const LONGEST_SHIFT = 2;

/**
 * Lists no shift, then those of the others that go down, or straight right. The other half is for
 * the same pairs in the other order.
 */
export function listShifts({ height, width }: KernelPlane): Shift[] {
  const reach = (extent: number) => Math.min(LONGEST_SHIFT, extent - 1);
  const [down, across] = [reach(height), reach(width)];
  return Array.from({ length: down + 1 }, (_, y) => y).flatMap((y) => {
    const first = y === 0 ? 0 : -across;
    return Array.from({ length: across - first + 1 }, (_, i) => ({ y, x: first + i }));
  });
}

/** Gives the shift that undoes another. */
export function turnBack({ y, x }: Shift): Shift {
  return { y: -y, x: -x };
}

/** Counts the products of two weights that comparing a pair of kernels at shifts takes, on average. */
export function countOverlap(
  { channels, height, width }: KernelPlane,
  shifts: readonly Shift[],
): number {
  const overlaps = shifts.map(({ y, x }) => {
    const cells = channels * (height - Math.abs(y)) * (width - Math.abs(x));
    return y === 0 && x === 0 ? cells / 2 : cells; // without a shift, both orders are one
  });
  return overlaps.reduce((sum, cells) => sum + cells, 0);
}

/** Keeps the cells of kernels that still overlap one moved by `shift`. */
export function cropShifted(
  rows: Rows,
  { channels, height, width }: KernelPlane,
  { y, x }: Shift,
): Rows {
  const [tall, wide] = [height - Math.abs(y), width - Math.abs(x)];
  const [top, left] = [Math.max(0, y), Math.max(0, x)];
  const lines = rows.count * channels * tall;
  const data = new Float32Array(lines * wide);
  for (let line = 0; line < lines; line++) {
    const row = Math.floor(line / tall) * height + top + line % tall;
    const start = row * width + left;
    data.set(rows.data.subarray(start, start + wide), line * wide);
  }
  return { data, count: rows.count, length: channels * tall * wide };
}

/** Measures the energy of kernels at every cell, over all channels: Σ_c w², [kernels, height, width]. */
export function measureCells(rows: Rows, { channels, height, width }: KernelPlane): Float64Array {
  const size = height * width;
  const energies = new Float64Array(rows.count * size);
  for (let plane = 0; plane < rows.count * channels; plane++) {
    const to = Math.floor(plane / channels) * size;
    for (let i = 0; i < size; i++) energies[to + i]! += rows.data[plane * size + i]! ** 2;
  }
  return energies;
}

/** Sums the energy of kernel `k` over the cells that still overlap one moved by `shift`. */
export function sumOverlap(
  energies: Float64Array,
  { height, width }: KernelPlane,
  { k, shift: { y, x } }: { readonly k: number; readonly shift: Shift },
): number {
  const [top, left] = [Math.max(0, y), Math.max(0, x)];
  const [bottom, right] = [height + Math.min(0, y), width + Math.min(0, x)];
  let energy = 0;
  for (let row = top; row < bottom; row++) {
    const start = (k * height + row) * width;
    for (let i = start + left; i < start + right; i++) energy += energies[i]!;
  }
  return energy;
}
