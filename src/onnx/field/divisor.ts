/** Finds the greatest common divisor of two whole numbers. */
export function findDivisor(a: number, b: number): number {
  return b === 0 ? a : findDivisor(b, a % b);
}
