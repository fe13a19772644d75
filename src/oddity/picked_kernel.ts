/** Picks the kernel for which a number is largest, of equal ones the first; none is larger than unknown. */
export function pickKernel(
  kernels: readonly number[],
  rate: (k: number) => number | null | undefined,
): number {
  let [best, most] = [kernels[0]!, -Infinity];
  for (const k of kernels) {
    const rated = rate(k) ?? -Infinity;
    if (rated > most) [best, most] = [k, rated];
  }
  return best;
}
