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
    if (places.length < count) {
      places.push(i);
      sizes.push(known);
    } else if (!(known > sizes[count - 1]!)) continue;
    let at = places.length - 1;
    for (; at > 0 && known > sizes[at - 1]!; at--) {
      places[at] = places[at - 1]!;
      sizes[at] = sizes[at - 1]!;
    }
    places[at] = i;
    sizes[at] = known;
  }
  return places;
}
