/** Finds the cycles of a permutation in which anything moves: each is a list of places. */
export function findCycles(order: readonly number[]): number[][] {
  const isSeen = new Set<number>();
  const cycles: number[][] = [];
  for (const start of order.keys()) {
    const cycle: number[] = [];
    for (let i = start; !isSeen.has(i); i = order[i]!) {
      isSeen.add(i);
      cycle.push(i);
    }
    if (cycle.length > 1) cycles.push(cycle);
  }
  return cycles;
}
