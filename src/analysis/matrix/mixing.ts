import { firstInputOf } from "../../tensor/first_input.ts";
import { findStrongestSlices, STRONGEST_WEIGHTS } from "../../tensor/strongest_slices.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";
import {
  arrangeMatrix,
  findAveraged,
  findLimit,
  type MatrixOrder,
} from "../../tensor/weight_matrix.ts";
import { type MatrixOrderOptions, orderMatrix } from "./matrix_order.ts";

/** What kernels of single weights mix: their maps see no neighbourhood. */
export interface Mixing {
  /** The inputs that each kernel weighs most. */
  readonly mix: MixColumns;
  /** How the weights stand as a matrix; null where a kernel has one weight, or there is one kernel. */
  readonly matrix: WeightMatrix | null;
}

/** The inputs that kernels of single weights weigh most, largest first: a list a kernel. */
export interface MixColumns {
  /** The input channels, eight at most. */
  readonly input: readonly (readonly number[])[];
  /** Their weights. */
  readonly weight: readonly (readonly number[])[];
  /** Their share of the kernel's energy, 0 to 1; null for a kernel of zeros. */
  readonly share: readonly (number | null)[];
}

/** How the weights of a layer stand as a matrix: outputs from top to bottom, inputs from left to right. */
export interface WeightMatrix extends MatrixOrder {
  /** The root of the sum of squares of the weights of each input, in the order of the inputs. */
  readonly inputNorm: readonly number[];
  /** How many rows and columns a pixel of its picture is the mean of. */
  readonly averaged: readonly [rows: number, columns: number];
  /** Between −limit and limit its picture tells numbers apart. */
  readonly limit: number;
}

/** What kernels mix, and the matrix as it is drawn; null where it is not. */
export interface StudiedMixing {
  readonly mixing: Mixing;
  /** [1, 1, rows, columns]. */
  readonly drawn: Tensor | null;
}

/** Studies kernels of single weights [out, in / group, …]; null where they are larger. */
export function studyMixing(kernels: Tensor, options: MatrixOrderOptions): StudiedMixing | null {
  const [count = 0, read = 1, ...space] = kernels.dims;
  if (countElements(space) !== 1) return null;
  const mix = findMix(kernels, options.group);
  if (count < 2 || read < 2) return { mixing: { mix, matrix: null }, drawn: null };
  const order = orderMatrix(kernels, options);
  const drawn = arrangeMatrix(kernels, order);
  const matrix = {
    ...order,
    inputNorm: measureInputs(kernels, options.group),
    averaged: [findAveraged(count), findAveraged(order.input.length)] as const,
    limit: findLimit(drawn.data),
  };
  return { mixing: { mix, matrix }, drawn };
}

function findMix(kernels: Tensor, group: number): MixColumns {
  const [count = 0, read = 1] = kernels.dims;
  const found = Array.from({ length: count }, (_, k) => {
    const weights = sliceAt(kernels, k).data;
    const { slices, share } = findStrongestSlices(weights, read, STRONGEST_WEIGHTS);
    const first = firstInputOf(k, { count, read, group });
    return {
      input: slices.map((slice) => first + slice),
      weight: slices.map((slice) => weights[slice]!),
      share,
    };
  });
  return {
    input: found.map(({ input }) => input),
    weight: found.map(({ weight }) => weight),
    share: found.map(({ share }) => share),
  };
}

function measureInputs({ data, dims: [count = 0, read = 1] }: Tensor, group: number): number[] {
  const squares = new Float64Array(read * group);
  for (let k = 0, i = 0; k < count; k++) {
    const first = firstInputOf(k, { count, read, group });
    for (let slice = 0; slice < read; slice++, i++) {
      const square = data[i]! * data[i]!;
      if (square < Infinity) squares[first + slice]! += square;
    }
  }
  return Array.from(squares, Math.sqrt);
}
