import { countElements, type Tensor } from "../tensor/tensor.ts";
import { MOST_PRODUCTS, multiplyRows } from "./_inner_products.ts";
import { countOverlap, cropShifted, foldAxes, listShifts, type Shift } from "./_shift.ts";
import { toUnitKernels } from "./_unit_kernels.ts";
import type { Values } from "./kernel_measures.ts";

/** The cosine from which two kernels are duplicates; from its negative on they are an anti-pair. */
export const DUPLICATE_SIMILARITY = 0.95;

/** The kernels of a layer that are most like each other, a column a fact. */
export interface Duplicates {
  /** The index of the kernel that is most like it, or most like its negative. */
  readonly nearest: Values;
  /** The cosine of the angle between the two, −1 to 1. */
  readonly similarity: Values;
  /** The index of the kernel most like it, where that is a duplicate; null elsewhere. */
  readonly duplicateOf: Values;
  /** The index of the kernel most like its negative, where they are an anti-pair; null elsewhere. */
  readonly antiPairOf: Values;
}

/**
 * Finds for each kernel the one that is most like it, shifted if need be.
 *
 *     cos(A, B) = max over shifts d of Σ_x A(x) B(x + d) / (‖A‖ ‖B‖), likewise the min
 *
 * The sum runs over the overlap of the two, the norms over all of both: what is shifted out counts
 * as unlike. A shift goes along the last two axes by at most two cells, and by at most half a
 * kernel, beyond which mere rims would meet: by one cell for kernels of 3 x 3.
 *
 * The work is (out² / 2) · in · Σ_d overlap(d) products: for 3 x 3 kernels out² · in · 25, for
 * 5 x 5 kernels out² · in · 181. Where that is more than `mostProducts`, kernels are compared
 * without shifts; where that still is, not at all.
 *
 * @param kernels The weights [out, in, …kernelShape]; in pixel space where they read the image.
 * @returns Columns of one value a kernel; null for kernels that are zero or not finite, where there
 *   is no other kernel, in layers whose kernels are single numbers, and where the work is too much.
 */
export function findDuplicates(kernels: Tensor, options: DuplicatesOptions = {}): Duplicates {
  const { mostProducts = MOST_PRODUCTS } = options;
  const [count = 0, ...dims] = kernels.dims;
  const extremes = createExtremes(count);
  const shifts = countElements(dims) > 1 ? chooseShifts(kernels.dims, mostProducts) : [];
  if (shifts.length === 0) return tellDuplicates(extremes);
  const units = toUnitKernels(kernels);
  for (const { y, x } of shifts) {
    const still = cropShifted(units, foldAxes(dims), { y, x });
    const back = { y: -y, x: -x };
    const moved = y === 0 && x === 0 ? still : cropShifted(units, foldAxes(dims), back);
    collectExtremes(extremes, multiplyRows(still, moved), units.directed);
  }
  return tellDuplicates(extremes);
}

/** How much {@linkcode findDuplicates} may do. */
export interface DuplicatesOptions {
  /**
   * How many products of two weights it may form.
   *
   * @default {1e10}
   */
  readonly mostProducts?: number;
}

// All shifts, or none but the one by nothing, or none at all: as many as the work allows.
function chooseShifts([count = 0, ...dims]: readonly number[], mostProducts: number): Shift[] {
  const plane = foldAxes(dims);
  const all = listShifts(plane);
  return [all, all.slice(0, 1)].find((shifts) =>
    count ** 2 * countOverlap(plane, shifts) <= mostProducts
  ) ?? [];
}

/** The largest and the smallest cosine of each kernel, and with which other. */
interface Extremes {
  readonly most: Float64Array;
  readonly mostLike: Int32Array;
  readonly least: Float64Array;
  readonly leastLike: Int32Array;
}

function createExtremes(count: number): Extremes {
  return {
    most: new Float64Array(count).fill(-Infinity),
    mostLike: new Int32Array(count).fill(-1),
    least: new Float64Array(count).fill(Infinity),
    leastLike: new Int32Array(count).fill(-1),
  };
}

function collectExtremes(
  extremes: Extremes,
  cosines: Float64Array,
  directed: readonly boolean[],
): void {
  const count = directed.length;
  for (let i = 0; i < cosines.length; i++) {
    const [a, b] = [Math.floor(i / count), i % count];
    if (a === b || !directed[a] || !directed[b]) continue;
    noteExtreme(extremes, cosines[i]!, { of: a, other: b });
    noteExtreme(extremes, cosines[i]!, { of: b, other: a });
  }
}

function noteExtreme(
  { most, mostLike, least, leastLike }: Extremes,
  cosine: number,
  { of, other }: { readonly of: number; readonly other: number },
): void {
  if (cosine > most[of]!) {
    most[of] = cosine;
    mostLike[of] = other;
  }
  if (cosine < least[of]!) {
    least[of] = cosine;
    leastLike[of] = other;
  }
}

function tellDuplicates({ most, mostLike, least, leastLike }: Extremes): Duplicates {
  const each = Array.from(most, (cosine, k) => {
    if (mostLike[k] === -1) return { nearest: null, similarity: null, twin: null, anti: null };
    const alike = cosine >= -least[k]!;
    return {
      nearest: alike ? mostLike[k]! : leastLike[k]!,
      similarity: Math.max(-1, Math.min(1, alike ? cosine : least[k]!)),
      twin: cosine >= DUPLICATE_SIMILARITY ? mostLike[k]! : null,
      anti: least[k]! <= -DUPLICATE_SIMILARITY ? leastLike[k]! : null,
    };
  });
  return {
    nearest: each.map(({ nearest }) => nearest),
    similarity: each.map(({ similarity }) => similarity),
    duplicateOf: each.map(({ twin }) => twin),
    antiPairOf: each.map(({ anti }) => anti),
  };
}
