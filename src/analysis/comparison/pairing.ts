import type { Tensor } from "../../tensor/tensor.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import { MOST_PRODUCTS, multiplyRows, type Rows } from "../likeness/inner_products.ts";
import { toUnitKernels } from "../likeness/unit_kernels.ts";
import { assignColumns } from "./assignment.ts";
import { measureColumnSpread } from "../column_spread.ts";
import { findCycles } from "./permutation_cycles.ts";
import { toCentredRows } from "./centred_rows.ts";
import { measureErrors, type Pairing, toPairing } from "./relative_error.ts";

/** The error below which two rows are so much alike that none need be looked for elsewhere: a cosine of 0.95. */
export const NEAR_ERROR = 0.3;
// A row that is like none so much has lost its own.
const LEAST_LIKENESS = 0.8;
// What half of the rows that changed places have at least, and how much better all are than at theirs.
const SURE_LIKENESS = 0.9;
const CLEARLY = 0.1;

/**
 * Finds which map of `b` [channels, …space] goes with each of `a`, where they were permuted: maps that
 * are far from those at their places are assigned to each other so that their correlations are
 * largest together, and change places in those cycles in which that is clearly better.
 *
 * @param errors How far each is from that at its place.
 * @returns Null where each goes with that at its place, or comparing them would be too much work.
 */
export function pairMaps(a: Tensor, b: Tensor, errors = measureErrors(a, b, null)): Pairing {
  return pairTiles(a, b, { errors, toRows: toCentredRows });
}

/** Finds alike which kernel of `b` [out, in, …kernelShape] goes with each of `a`, by their cosines. */
export function pairKernels(a: Tensor, b: Tensor): Pairing {
  return pairTiles(a, b, { errors: measureErrors(a, b, null), toRows: toUnitKernels });
}

/** Tells whether rows may have changed places: more than one is far from that at its place. */
export function mayBePermuted(errors: Values): boolean {
  return listFar(errors).length > 1;
}

function listFar(errors: Values): number[] {
  return errors.flatMap((error, k) => error !== null && error < NEAR_ERROR ? [] : [k]);
}

/** What is known of rows before they are paired, and how they are made comparable. */
interface TilePairing {
  readonly errors: Values;
  readonly toRows: (tensor: Tensor) => Rows;
}

function pairTiles(a: Tensor, b: Tensor, { errors, toRows }: TilePairing): Pairing {
  const far = listFar(errors);
  if (far.length < 2 || far.length ** 2 / errors.length * a.data.length > MOST_PRODUCTS) {
    return null;
  }
  const likeness = compareFar(toRows(a), toRows(b), far);
  const order = assignFar(likeness, far.length);
  const other = errors.map((_, k) => k);
  for (const cycle of findCycles(order)) {
    if (!isBetter(cycle, order, likeness)) continue;
    for (const i of cycle) other[far[i]!] = far[order[i]!]!;
  }
  return toPairing(other);
}

// [far, far]; two rows of zeros are alike.
function compareFar(a: Rows, b: Rows, far: readonly number[]): Float32Array {
  const [one, two] = [pickFar(a, far), pickFar(b, far)];
  const likeness = multiplyRows(one, two);
  const [zero, zeroToo] = [findZeros(one), findZeros(two)];
  for (const i of zero) for (const j of zeroToo) likeness[i * far.length + j] = 1;
  return likeness;
}

function pickFar({ data, length }: Rows, far: readonly number[]): Rows {
  const picked = new Float32Array(far.length * length);
  far.forEach((k, i) => picked.set(data.subarray(k * length, (k + 1) * length), i * length));
  return { data: picked, count: far.length, length };
}

function findZeros({ data, count, length }: Rows): number[] {
  const isZero = (k: number): boolean =>
    data.subarray(k * length, (k + 1) * length).every((each) => each === 0);
  return Array.from({ length: count }, (_, k) => k).filter(isZero);
}

// Those that are like none stay where they are, else they fill what is left, in order.
function assignFar(likeness: Float32Array, count: number): number[] {
  const order = Array.from({ length: count }, () => NONE);
  for (const [i, j] of assignSure(likeness, count)) order[i] = j;
  const taken = new Set(order);
  const free = new Set(order.keys().filter((j) => !taken.has(j)));
  for (const i of order.keys()) if (order[i] === NONE && free.delete(i)) order[i] = i;
  const left = [...free];
  return order.map((j) => j === NONE ? left.shift()! : j);
}

const NONE = -1;

function assignSure(likeness: Float32Array, count: number): (readonly [i: number, j: number])[] {
  const [rows, columns] = listSure(likeness, count);
  const isWide = rows.length <= columns.length;
  const [few, many] = isWide ? [rows, columns] : [columns, rows];
  const placeOf = (one: number, other: number): number =>
    isWide ? one * count + other : other * count + one;
  const values = new Float32Array(few.length * many.length);
  few.forEach((one, y) =>
    many.forEach((other, x) => values[y * many.length + x] = likeness[placeOf(one, other)]!)
  );
  const assigned = assignColumns({ rows: few.length, columns: many.length, values });
  return assigned.map((x, y) => isWide ? [few[y]!, many[x]!] : [many[x]!, few[y]!]);
}

function listSure(likeness: Float32Array, count: number): readonly [number[], number[]] {
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      if (likeness[i * count + j]! < LEAST_LIKENESS) continue;
      rows.add(i);
      columns.add(j);
    }
  }
  return [[...rows], [...columns].sort((a, b) => a - b)];
}

function isBetter(
  cycle: readonly number[],
  order: readonly number[],
  likeness: Float32Array,
): boolean {
  const own = cycle.map((i) => likeness[i * order.length + i]!);
  const assigned = cycle.map((i) => likeness[i * order.length + order[i]!]!);
  const gain = assigned.reduce((sum, each, at) => sum + each - own[at]!, 0) / cycle.length;
  return measureColumnSpread(assigned).median! >= SURE_LIKENESS && gain >= CLEARLY;
}
