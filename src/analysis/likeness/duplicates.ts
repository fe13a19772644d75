import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { MOST_PRODUCTS, multiplyRows, type PickedRows, pickRows } from "./inner_products.ts";
import type { KernelPlane } from "../spectrum/plane.ts";
import {
  countOverlap,
  cropShifted,
  foldAxes,
  listShifts,
  measureCells,
  type Shift,
  sumOverlap,
  turnBack,
} from "./shift.ts";
import type { UnitKernels } from "./unit_kernels.ts";
import { DUPLICATE_SIMILARITY } from "./duplicate_similarity.ts";
import { compareKernels, type Cosines, type CosinesOptions } from "./cosines.ts";
import type { Values } from "../kernel/kernel_measures.ts";

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
  /** The largest cosine with another kernel of the same input channels, in place. */
  readonly likeness: Values;
}

/**
 * Finds for each kernel the one that is most like it, in place, or shifted where that brings the
 * two to {@linkcode DUPLICATE_SIMILARITY} or its negative; and those that are duplicates.
 *
 *     cos(A, B) = Σ_x A(x) B(x + d) / (‖A‖ ‖B‖)
 *
 * The sum runs over the overlap of the two, the norms over all of both: what is shifted out counts
 * as unlike. A shift d goes along the last two axes by at most two cells.
 *
 * Duplicates could be merged: their maps are the same up to a factor. So they read the same input
 * channels, are alike in place, and neither is dead. Alike kernels of a depthwise layer read other
 * channels, and a shifted kernel makes a shifted map: both are near, but no duplicates.
 *
 * By Cauchy and Schwarz |cos| is at most the root of the share of A's energy in the overlap, and of
 * B's, so only kernels that keep enough of theirs are shifted: few of most layers. At most the work
 * is (out² / 2) · in · Σ_d overlap(d) products: for 3 x 3 kernels out² · in · 41, for
 * 5 x 5 kernels out² · in · 181. Where that is more than `mostProducts`, kernels are compared
 * without shifts; where that still is, not at all.
 *
 * @param kernels The weights [out, in / group, …kernelShape]; in pixel space where they read the
 *   image.
 * @returns Columns of one value a kernel; null for kernels that are zero or not finite, where there
 *   is no other kernel, in layers whose kernels are single numbers, and where the work is too much.
 */
export function findDuplicates(kernels: Tensor, options: DuplicatesOptions = {}): Duplicates {
  const { mostProducts = MOST_PRODUCTS, cosines = compareKernels(kernels, options) } = options;
  const [count = 0, ...dims] = kernels.dims;
  const all = createExtremes(count);
  if (cosines === null || countElements(dims) === 1) {
    return { ...tellNearest(all), ...tellTwins(all) };
  }
  const { units } = cosines;
  noteInPlace(all, cosines, new Int32Array(count));
  const twins = tellTwins(pickMergeable(all, cosines, options)); // before shifts are noted
  const plane = foldAxes(dims);
  const energies = measureCells(units, plane);
  for (const shift of listMoves(plane, count, mostProducts)) {
    const still = keepEnergetic(units, energies, { plane, shift });
    const moved = keepEnergetic(units, energies, { plane, shift: turnBack(shift) });
    noteShifted(all, still, moved);
  }
  return { ...tellNearest(all), ...twins };
}

/** How much {@linkcode findDuplicates} may do, and what is known already. */
export interface DuplicatesOptions extends CosinesOptions {
  /** The cosines of the kernels in place; null where they are too much work. */
  readonly cosines?: Cosines | null;
  /**
   * How many groups the kernels are in, one after another; each group reads channels of its own.
   *
   * @default {1}
   */
  readonly group?: number;
  /** Whether kernel k is next to zero; none is by default. */
  readonly isDead?: (k: number) => boolean;
}

// Of those that read the same channels, and answer to anything: all, in most layers.
function pickMergeable(
  all: Extremes,
  cosines: Cosines,
  { group = 1, isDead = () => false }: DuplicatesOptions,
): Extremes {
  const count = all.most.length;
  const parts = Int32Array.from({ length: count }, (_, k) => {
    return isDead(k) ? group + k : Math.floor(k * group / count);
  });
  if (parts.every((part) => part === 0)) return all;
  const twins = createExtremes(count);
  noteInPlace(twins, cosines, parts);
  return twins;
}

// None where they may be too much work.
function listMoves(plane: KernelPlane, count: number, mostProducts: number): Shift[] {
  const shifts = listShifts(plane);
  return count ** 2 * countOverlap(plane, shifts) <= mostProducts ? shifts.slice(1) : [];
}

// Of kernels of norm 1, the overlap of those that keep so much of it that they may be duplicates.
function keepEnergetic(
  units: UnitKernels,
  energies: Float64Array,
  { plane, shift }: { readonly plane: KernelPlane; readonly shift: Shift },
): PickedRows {
  const least = DUPLICATE_SIMILARITY ** 2;
  const picked = pickRows(units, (k) => sumOverlap(energies, plane, { k, shift }) >= least);
  return { ...picked, rows: cropShifted(picked.rows, plane, shift) };
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

// Every two kernels of the same part; each has a row of cosines with all.
function noteInPlace(extremes: Extremes, { directed, values }: Cosines, parts: Int32Array): void {
  const partOf = Int32Array.from(directed, (k) => parts[k]!);
  for (const [i, k] of directed.entries()) {
    const row = values.subarray(i * directed.length, (i + 1) * directed.length);
    let [most, least] = [-1, -1]; // places in the row
    for (let j = 0; j < row.length; j++) {
      if (i === j || partOf[j] !== partOf[i]) continue;
      if (most < 0 || row[j]! > row[most]!) most = j;
      if (least < 0 || row[j]! < row[least]!) least = j;
    }
    if (most < 0) continue;
    noteExtreme(extremes, row[most]!, { of: k, other: directed[most]! });
    noteExtreme(extremes, row[least]!, { of: k, other: directed[least]! });
  }
}

// Only what makes duplicates or anti-pairs.
function noteShifted(extremes: Extremes, still: PickedRows, moved: PickedRows): void {
  const cosines = multiplyRows(still.rows, moved.rows);
  for (const [i, one] of still.kernels.entries()) {
    for (const [j, other] of moved.kernels.entries()) {
      const cosine = cosines[i * moved.kernels.length + j]!;
      if (one === other || Math.abs(cosine) < DUPLICATE_SIMILARITY) continue;
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

function tellNearest(all: Extremes): Pick<Duplicates, "nearest" | "similarity"> {
  const nearest = Array.from(all.most, (_, k) => pickNearest(all, k));
  return {
    nearest: nearest.map((each) => each && each.other),
    similarity: nearest.map((each) => each && clampCosine(each.cosine)),
  };
}

function tellTwins(
  { most, mostLike, least, leastLike }: Extremes,
): Pick<Duplicates, "duplicateOf" | "antiPairOf" | "likeness"> {
  return {
    duplicateOf: Array.from(most, (cosine, k) => {
      return cosine >= DUPLICATE_SIMILARITY ? mostLike[k]! : null;
    }),
    antiPairOf: Array.from(least, (cosine, k) => {
      return cosine <= -DUPLICATE_SIMILARITY ? leastLike[k]! : null;
    }),
    likeness: Array.from(most, (cosine) => cosine === -Infinity ? null : clampCosine(cosine)),
  };
}

function pickNearest(
  { most, mostLike, least, leastLike }: Extremes,
  k: number,
): { readonly other: number; readonly cosine: number } | null {
  if (mostLike[k] === -1) return null;
  return most[k]! >= -least[k]!
    ? { other: mostLike[k]!, cosine: most[k]! }
    : { other: leastLike[k]!, cosine: least[k]! };
}

function clampCosine(cosine: number): number {
  return Math.max(-1, Math.min(1, cosine));
}
