import type { Cosines } from "./cosines.ts";

/** The kernels that are most like each kernel, and most like its negative: a list a kernel. */
export interface Neighbours {
  /** Those most like each kernel. */
  readonly nearest: Ranking;
  /** Those most opposite to it. */
  readonly opposite: Ranking;
}

/** Kernels beside a kernel, and the cosines of the angles between them. */
export interface Ranking {
  /** The indices of the others, a list for each kernel. */
  readonly kernel: readonly (readonly number[])[];
  /** Their cosines with it. */
  readonly cosine: readonly (readonly number[])[];
}

/** The cosine from which a kernel is near, and from whose negative on it is opposite. */
export const NEAR_COSINE = 0.5;

/** Whether two kernels are so much alike, or so much opposed, that it says something. */
export function isNear(cosine: number | null): boolean {
  return cosine !== null && Math.abs(cosine) >= NEAR_COSINE;
}

/** How many neighbours a kernel has on either side. */
export const NEIGHBOURS = 5;

/**
 * Finds the kernels with the largest positive cosines, and those with the largest negative ones, in
 * place.
 *
 * @param count How many kernels there are; those without a direction have no neighbours.
 */
export function findNeighbours(count: number, { directed, values }: Cosines): Neighbours {
  const nearest = createRanking(count);
  const opposite = createRanking(count);
  for (const [i, k] of directed.entries()) {
    const row = values.subarray(i * directed.length, (i + 1) * directed.length);
    fillRanking(nearest, k, { row, directed, own: i, sign: 1 });
    fillRanking(opposite, k, { row, directed, own: i, sign: -1 });
  }
  return { nearest, opposite };
}

function createRanking(count: number): { kernel: number[][]; cosine: number[][] } {
  const lists = () => Array.from({ length: count }, (): number[] => []);
  return { kernel: lists(), cosine: lists() };
}

interface Row {
  readonly row: Float32Array;
  readonly directed: readonly number[];
  /** Where the kernel itself stands in the row. */
  readonly own: number;
  readonly sign: 1 | -1;
}

// One pass that keeps the best few in order.
function fillRanking(
  { kernel, cosine }: { kernel: number[][]; cosine: number[][] },
  k: number,
  { row, directed, own, sign }: Row,
): void {
  const best: number[] = [];
  let least = 0; // what the next one must exceed
  for (let j = 0; j < row.length; j++) {
    const value = row[j]! * sign;
    if (!(value > least) || j === own) continue;
    let at = Math.min(best.length, NEIGHBOURS - 1);
    for (; at > 0 && value > row[best[at - 1]!]! * sign; at--) best[at] = best[at - 1]!;
    best[at] = j;
    if (best.length === NEIGHBOURS) least = row[best[NEIGHBOURS - 1]!]! * sign;
  }
  kernel[k] = best.map((j) => directed[j]!);
  cosine[k] = best.map((j) => Math.max(-1, Math.min(1, row[j]!)));
}
