/**
 * Finds the places of the largest of some values by their size without sign, largest first; of
 * equal ones the first. NaN stands behind all numbers.
 */
export function findLargest(values: ArrayLike<number>, count: number): number[] {
  const places: number[] = [];
  const sizes: number[] = [];
  let least = count > 0 ? -Infinity : Infinity; // what a further one must exceed
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    const known = size >= 0 ? size : -1;
    if (!(known > least)) continue;
    let at = Math.min(places.length, count - 1);
    for (; at > 0 && known > sizes[at - 1]!; at--) {
      places[at] = places[at - 1]!;
      sizes[at] = sizes[at - 1]!;
    }
    [places[at], sizes[at]] = [i, known];
    if (places.length === count) least = sizes[count - 1]!;
  }
  return places;
}
