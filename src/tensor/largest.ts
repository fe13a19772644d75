/**
 * Finds the places of the largest of some values by their size without sign, largest first; of
 * equal ones the first. NaN stands behind all numbers.
 */
export function findLargest(values: ArrayLike<number>, count: number): number[] {
  const places: number[] = [];
  const sizes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    const known = Number.isNaN(size) ? -1 : size;
    if (places.length === count && !(known > sizes.at(-1)!)) continue;
    let at = places.length;
    while (at > 0 && known > sizes[at - 1]!) at--;
    places.splice(at, 0, i);
    sizes.splice(at, 0, known);
    places.length = sizes.length = Math.min(places.length, count);
  }
  return places;
}
