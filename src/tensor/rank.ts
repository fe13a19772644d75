/**
 * Ranks numbers from 1; equal ones share the average of their ranks.
 *
 *     rankᵢ = #{j : xⱼ < xᵢ} + (#{j : xⱼ = xᵢ} + 1) / 2
 */
export function rank(values: Float64Array): Float64Array<ArrayBuffer> {
  const sorted = values.toSorted();
  return Float64Array.from(values, (value) => {
    const below = countWhile(sorted, (other) => other < value);
    const through = countWhile(sorted, (other) => other <= value);
    return (below + through + 1) / 2;
  });
}

// How many of the sorted numbers, from the first, pass the test.
function countWhile(sorted: Float64Array, passes: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
