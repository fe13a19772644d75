/**
 * Ranks numbers from 1; equal ones share the average of their ranks.
 *
 *     rankᵢ = #{j : xⱼ < xᵢ} + (#{j : xⱼ = xᵢ} + 1) / 2
 */
export function rank(values: Float64Array): Float64Array<ArrayBuffer> {
  const sorted = values.toSorted();
  const ranks = rankSorted(sorted);
  return values.map((value) => ranks[findFirst(sorted, value)]!);
}

// The rank of each run of equal numbers, at its first place.
function rankSorted(sorted: Float64Array): Float64Array {
  const ranks = new Float64Array(sorted.length);
  for (let first = 0, next = 1; first < sorted.length; first = next++) {
    while (next < sorted.length && sorted[next] === sorted[first]) next++;
    ranks[first] = (first + next + 1) / 2;
  }
  return ranks;
}

function findFirst(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
