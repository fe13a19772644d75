import assert from "node:assert/strict";
import type { Tensor } from "../../src/tensor/tensor.ts";

/** Asserts that two tensors differ by at most `tolerance` of the expected one's range. */
export function assertClose(actual: Tensor, expected: Tensor, tolerance = 1e-5): void {
  assert.deepEqual([...actual.dims], [...expected.dims]);
  const difference = measureDifference(actual, expected);
  assert(difference <= tolerance, `they differ by ${difference} of the range`);
}

/** Measures the largest difference of two tensors of the same dims, as a part of the range. */
export function measureDifference(actual: Tensor, expected: Tensor): number {
  let least = 0;
  let most = 0;
  let largest = 0;
  for (let i = 0; i < expected.data.length; i++) {
    const value = expected.data[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
    const difference = Math.abs(actual.data[i]! - value);
    if (Number.isNaN(difference)) return NaN;
    if (difference > largest) largest = difference;
  }
  return largest === 0 ? 0 : largest / Math.max(most - least, 1e-6);
}
