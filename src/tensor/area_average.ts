import { sliceAt, type Tensor } from "./tensor.ts";
import type { Numbers } from "./unit.ts";

/** How many cells something has down and across. */
export interface Cells {
  /** How many down. */
  readonly height: number;
  /** How many across. */
  readonly width: number;
}

/** Numbers in rows and columns, row by row. */
export interface Plane extends Cells {
  /** The values, row by row. */
  readonly data: Numbers;
}

/**
 * Brings a plane to another size by averaging areas: the box filter with
 * fractional coverage.
 *
 *     out(Y, X) = 1/A ∬ in(⌊y⌋, ⌊x⌋) dy dx   over the area A = h/H × w/W of cell (Y, X)
 *
 * The mean stays as it is, and so does a plane that has the size already.
 */
export function averageAreas(plane: Plane, { height, width }: Cells): Float64Array<ArrayBuffer> {
  const across = averageLines(plane.data, {
    lines: plane.height,
    from: plane.width,
    to: width,
    step: 1,
    stride: { from: plane.width, to: width },
  });
  return averageLines(across, {
    lines: width,
    from: plane.height,
    to: height,
    step: width,
    stride: { from: 1, to: 1 },
  });
}

/** Averages planes [count, …] of one size to another, one behind the other. */
export function averagePlanes(planes: Tensor, from: Cells, to: Cells): Float32Array<ArrayBuffer> {
  const [count = 0] = planes.dims;
  const cells = to.height * to.width;
  const data = new Float32Array(count * cells);
  for (let i = 0; i < count; i++) {
    data.set(averageAreas({ data: sliceAt(planes, i).data, ...from }, to), i * cells);
  }
  return data;
}

/** Gives the weights with which cells of a line are averaged to fewer: [to, from]. */
export function planAverages(from: number, to: number): Tensor {
  const lone = Float32Array.from({ length: from ** 2 }, (_, i) => i % (from + 1) === 0 ? 1 : 0);
  const each = { data: lone, height: from, width: from };
  const averages = averageAreas(each, { height: to, width: from });
  return { data: Float32Array.from(averages), dims: [to, from] };
}

/** Rows or columns, and how their cells lie in memory. */
interface Lines {
  readonly lines: number;
  /** The cells of a line before and after. */
  readonly from: number;
  readonly to: number;
  /** From a cell to the next one of its line. */
  readonly step: number;
  /** From a line to the next one, before and after. */
  readonly stride: { readonly from: number; readonly to: number };
}

// With n cells becoming m, a cell covers n of n·m equal parts after and m before: whole numbers.
function averageLines(
  data: Numbers,
  { lines, from, to, step, stride }: Lines,
): Float64Array<ArrayBuffer> {
  const averages = new Float64Array(lines * to);
  for (let cell = 0; cell < to; cell++) {
    const start = cell * from;
    const end = start + from;
    for (let i = Math.floor(start / to); i * to < end; i++) {
      const share = (Math.min(end, (i + 1) * to) - Math.max(start, i * to)) / from;
      for (let line = 0; line < lines; line++) {
        averages[line * stride.to + cell * step]! += share * data[line * stride.from + i * step]!;
      }
    }
  }
  return averages;
}
