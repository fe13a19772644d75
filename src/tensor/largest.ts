/**
 * Finds the places of the largest of some values by their size without sign, largest first; of
 * equal ones the first. NaN stands behind all numbers.
 */
export function findLargest(values: ArrayLike<number>, count: number): number[] {
  const places: number[] = [];
  const sizes: number[] = [];
  const most = Math.min(count, values.length);
  let least = -Infinity; // of what is chosen, once so many are
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (i >= most && !(size > least)) continue;
    insert(i, Number.isNaN(size) ? -1 : size, { places, sizes });
    if (places.length > most) {
      places.pop();
      sizes.pop();
    }
    least = sizes[most - 1]!;
  }
  return places;
}

/** Places of values and their sizes, largest first. */
interface Chosen {
  readonly places: number[];
  readonly sizes: number[];
}

function insert(place: number, size: number, { places, sizes }: Chosen): void {
  let at = places.length;
  for (; at > 0 && size > sizes[at - 1]!; at--) {
    places[at] = places[at - 1]!;
    sizes[at] = sizes[at - 1]!;
  }
  places[at] = place;
  sizes[at] = size;
}
