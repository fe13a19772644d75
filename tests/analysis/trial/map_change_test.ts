import assert from "node:assert/strict";
import { compareTried, correlate } from "../../../src/analysis/trial/map_change.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";

const numbers = (...values: number[]): Float32Array => Float32Array.from(values);

// Maps of one row.
const layMaps = (...rows: readonly number[][]): Tensor => {
  return { data: numbers(...rows.flat()), dims: [rows.length, 1, rows[0]!.length] };
};

Deno.test("correlate() gives Pearson's correlation", () => {
  assert.equal(correlate(numbers(1, 2, 3), numbers(10, 20, 30)), 1);
  assert.equal(correlate(numbers(1, 2, 3), numbers(3, 2, 1)), -1);
  // means 2 and 2; products 1·1 + 0·(-1) + 1·0 = 1 of √(2 · 2)
  assert.equal(correlate(numbers(1, 2, 3), numbers(1, 3, 2)), 0.5);
});

Deno.test("correlate() does not lose what varies little beside its mean", () => {
  const [a, b] = [numbers(4096, 4096.5, 4097), numbers(4096, 4097, 4096.5)];
  assert.equal(correlate(a, b), 0.5);
});

Deno.test("correlate() tells what became even from what was", () => {
  assert.equal(correlate(numbers(1, 2, 3), numbers(5, 5, 5)), 0);
  assert.equal(correlate(numbers(5, 5, 5), numbers(1, 2, 3)), null);
  assert.equal(correlate(numbers(0, 0, 0), numbers(0, 0, 0)), null);
});

Deno.test("correlate() takes the rounding of a float32 for no variance", () => {
  const step = 2 ** -23;
  assert.equal(correlate(numbers(1, 1 + step, 1), numbers(1, 1, 1 + step)), null);
});

Deno.test("correlate() knows nothing of numbers that are not finite", () => {
  assert.equal(correlate(numbers(1, NaN, 3), numbers(1, 2, 3)), null);
  assert.equal(correlate(numbers(1, 2, 3), numbers(1, Infinity, 3)), null);
});

Deno.test("compareTried() gives the share of what is above 0 that goes", () => {
  const before = { maps: layMaps([-5, 2, 6], [-1, -2, -3]), activated: null };
  const after = { maps: layMaps([9, 1, 0], [1, 2, 3]), activated: null };
  // 1 of 2 and 6 of 6 go, what comes is no matter; map 1 has nothing that could go
  assert.deepEqual(compareTried(before, after).loss, [7 / 8, null]);
});

Deno.test("compareTried() sees what goes behind the activation, what changes before it", () => {
  const before = { maps: layMaps([1, 2, 3]), activated: layMaps([4, 0, 4]) };
  const after = { maps: layMaps([3, 2, 1]), activated: layMaps([1, 0, 4]) };
  assert.deepEqual(compareTried(before, after), { correlation: [-1], loss: [3 / 8] });
});
