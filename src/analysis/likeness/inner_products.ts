/**
 * How many products of two weights comparing the kernels of a layer may take: some seconds of work.
 * Only classifiers that were turned into convolutions need more, of thousands of kernels each.
 */
export const MOST_PRODUCTS = 1e10;

/** Equally long rows of numbers, one after another. */
export interface Rows {
  readonly data: Float64Array;
  readonly count: number;
  /** How many numbers a row has. */
  readonly length: number;
}

/** Some of the rows of kernels, and which kernels they are. */
export interface PickedRows {
  readonly rows: Rows;
  readonly kernels: readonly number[];
}

/** Picks rows, in their order. */
export function pickRows({ data, count, length }: Rows, keep: (k: number) => boolean): PickedRows {
  const kernels = Array.from({ length: count }, (_, k) => k).filter(keep);
  const picked = new Float64Array(kernels.length * length);
  kernels.forEach((k, i) => picked.set(data.subarray(k * length, (k + 1) * length), i * length));
  return { rows: { data: picked, count: kernels.length, length }, kernels };
}

/**
 * Gives the inner products of every row of `a` with every row of `b`: A Bᵀ [a.count, b.count].
 *
 * Two rows meet two rows at a time, so that each number that is read is used twice; that is nearly
 * three times as fast as one product after another.
 */
export function multiplyRows(a: Rows, b: Rows): Float64Array {
  const products = new Float64Array(a.count * b.count);
  for (let i = 0; i < a.count; i += 2) {
    // The last row of an odd count meets itself.
    const rows = [i, Math.min(i + 1, a.count - 1)] as const;
    for (let j = a === b ? i : 0; j < b.count; j += 2) {
      multiplyFour(products, a, { b, rows, columns: [j, Math.min(j + 1, b.count - 1)] });
    }
  }
  if (a === b) mirror(products, a.count);
  return products;
}

interface Block {
  readonly b: Rows;
  /** Two rows of `a`. */
  readonly rows: readonly [number, number];
  /** Two rows of `b`. */
  readonly columns: readonly [number, number];
}

function multiplyFour(products: Float64Array, a: Rows, { b, rows, columns }: Block): void {
  const [first, second] = rows;
  const [left, right] = columns;
  const { length } = a;
  let [firstLeft, firstRight, secondLeft, secondRight] = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const x = a.data[first * length + i]!;
    const y = a.data[second * length + i]!;
    const u = b.data[left * length + i]!;
    const v = b.data[right * length + i]!;
    firstLeft += x * u;
    firstRight += x * v;
    secondLeft += y * u;
    secondRight += y * v;
  }
  products[first * b.count + left] = firstLeft;
  products[first * b.count + right] = firstRight;
  products[second * b.count + left] = secondLeft;
  products[second * b.count + right] = secondRight;
}

// Copies what is right of the diagonal to the left of it.
function mirror(products: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) products[i * count + j] = products[j * count + i]!;
  }
}
