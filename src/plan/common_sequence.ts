/**
 * Finds the longest sequence that two lists of words have in common, as the places of its words in
 * both: of equally long ones that which goes on earliest in the first list.
 */
export function findLongestCommon(
  a: readonly string[],
  b: readonly string[],
): (readonly [i: number, j: number])[] {
  const lengths = measureTails(a, b);
  const places: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) places.push([i++, j++]);
    else if (lengths[i]![j + 1]! >= lengths[i + 1]![j]!) j++;
    else i++;
  }
  return places;
}

// lengths[i][j] is how long it is of what stands from i and from j on.
function measureTails(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j]
        ? lengths[i + 1]![j + 1]! + 1
        : Math.max(lengths[i]![j + 1]!, lengths[i + 1]![j]!);
    }
  }
  return lengths;
}
