import assert from "node:assert/strict";
import { combineRows, type Strip } from "../../../src/tensor/row/row_pairs.ts";
import { createRandom } from "../../support/random.ts";

const SIZES = [[1, 1, 1], [2, 3, 4], [5, 4, 9], [7, 1, 3], [4, 5, 512], [3, 8, 1100]] as const;

// Rows in the middle of a matrix, which has others beside them.
function drawStrip(random: ReturnType<typeof createRandom>, count: number, length: number): Strip {
  const stride = length + 3;
  return {
    data: random.floats((count + 2) * stride, -1, 1),
    start: stride + 1,
    stride,
    count,
    length,
  };
}

function assertCombined(
  combination: "product" | "least sum",
  combine: (a: Float32Array, b: Float32Array) => number,
): void {
  const random = createRandom(63);
  for (const [down, across, length] of SIZES) {
    const [a, b] = [drawStrip(random, down, length), drawStrip(random, across, length)];
    const row = ({ data, start, stride }: Strip, k: number) =>
      data.subarray(start + k * stride, start + k * stride + length);
    const combined = combineRows(a, b, combination);
    assert.equal(combined.length, down * across);
    combined.forEach((value, i) => {
      const expected = combine(row(a, Math.floor(i / across)), row(b, i % across));
      assert(Math.abs(value - expected) < 1e-6 * Math.sqrt(length), `${value} and ${expected}`);
    });
  }
}

Deno.test("combineRows() gives every inner product", () => {
  assertCombined("product", (a, b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0));
});

Deno.test("combineRows() gives the least sum of every two rows", () => {
  assertCombined("least sum", (a, b) => Math.min(...a.map((value, i) => value + b[i]!)));
});

Deno.test("combineRows() of no rows gives nothing", () => {
  const none = { data: new Float32Array(0), start: 0, stride: 4, count: 0, length: 4 };
  const one = { ...none, data: new Float32Array(4), count: 1 };
  for (const [a, b] of [[none, one], [one, none], [none, none]] as const) {
    assert.deepEqual(combineRows(a, b, "product"), new Float32Array(0));
  }
});
