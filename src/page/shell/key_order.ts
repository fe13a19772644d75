/**
 * Orders places by their keys: what has none comes last whichever way the others go, and what is alike
 * stays in the order of its places.
 */
export function orderByKeys(
  keys: readonly (number | string | null)[],
  rises: boolean,
): readonly number[] {
  const turn = rises ? 1 : -1;
  return keys.map((_, place) => place).sort((a, b) => {
    const [one, other] = [keys[a]!, keys[b]!];
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null) || a - b;
    }
    return (one < other ? -turn : one > other ? turn : 0) || a - b;
  });
}
