import { countElements } from "../../tensor/tensor.ts";
import type { Rows } from "./inner_products.ts";
import type { KernelPlane } from "../kernel/plane.ts";

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
  const data = new Float64Array(lines * wide);
  for (let line = 0; line < lines; line++) {
    const row = Math.floor(line / tall) * height + top + line % tall;
    const start = row * width + left;
    data.set(rows.data.subarray(start, start + wide), line * wide);
  }
  return { data, count: rows.count, length: channels * tall * wide };
}
