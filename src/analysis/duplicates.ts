import { countElements, type Tensor } from "../tensor/tensor.ts";
import { MOST_PRODUCTS, multiplyRows, type PickedRows, pickRows } from "./_inner_products.ts";
import type { Plane } from "./_plane.ts";
import { countOverlap, cropShifted, foldAxes, listShifts, type Shift } from "./_shift.ts";
import type { UnitKernels } from "./_unit_kernels.ts";
import { compareKernels, type Cosines, type CosinesOptions } from "./cosines.ts";
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
 * Finds for each kernel the one that is most like it, in place, or shifted where that makes the two
 * duplicates or an anti-pair.
 *
 *     cos(A, B) = Σ_x A(x) B(x + d) / (‖A‖ ‖B‖)
 *
 * The sum runs over the overlap of the two, the norms over all of both: what is shifted out counts
 * as unlike. A shift d goes along the last two axes by at most two cells.
 *
 * By Cauchy and Schwarz |cos| is at most the root of the share of A's energy in the overlap, and of
 * B's, so only kernels that keep enough of theirs are shifted: few of most layers. At most the work
 * is (out² / 2) · in · Σ_d overlap(d) products: for 3 x 3 kernels out² · in · 41, for
 * 5 x 5 kernels out² · in · 181. Where that is more than `mostProducts`, kernels are compared
 * without shifts; where that still is, not at all.
 *
 * @param kernels The weights [out, in, …kernelShape]; in pixel space where they read the image.
 * @returns Columns of one value a kernel; null for kernels that are zero or not finite, where there
 *   is no other kernel, in layers whose kernels are single numbers, and where the work is too much.
 */
export function findDuplicates(kernels: Tensor, options: DuplicatesOptions = {}): Duplicates {
  const { mostProducts = MOST_PRODUCTS, cosines = compareKernels(kernels, options) } = options;
  const [count = 0, ...dims] = kernels.dims;
  const extremes = createExtremes(count);
  if (cosines === null || countElements(dims) === 1) return tellDuplicates(extremes);
  const { units, directed, values } = cosines;
  noteCosines(extremes, values, { of: directed, others: directed, least: 0 });
  const plane = foldAxes(dims);
  for (const shift of listMoves(plane, count, mostProducts)) {
    const back = { y: -shift.y, x: -shift.x };
    const still = keepEnergetic(units, plane, shift);
    const moved = keepEnergetic(units, plane, back);
    const products = multiplyRows(still.rows, moved.rows);
    const least = DUPLICATE_SIMILARITY;
    noteCosines(extremes, products, { of: still.kernels, others: moved.kernels, least });
  }
  return tellDuplicates(extremes);
}

/** How much {@linkcode findDuplicates} may do, and what is known already. */
export interface DuplicatesOptions extends CosinesOptions {
  /** The cosines of the kernels in place; null where they are too much work. */
  readonly cosines?: Cosines | null;
}

// None where they may be too much work.
function listMoves(plane: Plane, count: number, mostProducts: number): Shift[] {
  const shifts = listShifts(plane);
  return count ** 2 * countOverlap(plane, shifts) <= mostProducts ? shifts.slice(1) : [];
}

// Of kernels of norm 1, the overlap of those that keep so much of it that they may be duplicates.
function keepEnergetic(units: UnitKernels, plane: Plane, shift: Shift): PickedRows {
  const picked = pickRows(
    units,
    (k) => measureOverlap(units, plane, { k, shift }) >= DUPLICATE_SIMILARITY ** 2,
  );
  return { ...picked, rows: cropShifted(picked.rows, plane, shift) };
}

// Σ w² over the cells that still overlap.
function measureOverlap(
  { data, length }: UnitKernels,
  { height, width }: Plane,
  { k, shift: { y, x } }: { readonly k: number; readonly shift: Shift },
): number {
  const [top, left] = [Math.max(0, y), Math.max(0, x)];
  const [bottom, right] = [height + Math.min(0, y), width + Math.min(0, x)];
  let energy = 0;
  for (let start = k * length; start < (k + 1) * length; start += height * width) {
    for (let row = top; row < bottom; row++) {
      for (let i = start + row * width + left; i < start + row * width + right; i++) {
        energy += data[i]! ** 2;
      }
    }
  }
  return energy;
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

/** Which kernels cosines are of, and how large those are that count. */
interface Compared {
  readonly of: readonly number[];
  readonly others: readonly number[];
  readonly least: number;
}

function noteCosines(
  extremes: Extremes,
  cosines: Float64Array,
  { of, others, least }: Compared,
): void {
  for (let i = 0; i < of.length; i++) {
    for (let j = 0; j < others.length; j++) {
      const cosine = cosines[i * others.length + j]!;
      const [one, other] = [of[i]!, others[j]!];
      if (one === other || Math.abs(cosine) < least) continue;
      noteExtreme(extremes, cosine, { of: one, other });
      noteExtreme(extremes, cosine, { of: other, other: one });
    }
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
