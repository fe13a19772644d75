import assert from "node:assert/strict";
import { multiplyRows } from "../../../src/analysis/likeness/inner_products.ts";
import { createRandom } from "../../support/random.ts";

Deno.test("multiplyRows() gives every inner product, in odd and even counts", () => {
  const random = createRandom(60);
  for (const [down, across, length] of [[1, 1, 1], [2, 3, 4], [5, 4, 9], [7, 1, 3]] as const) {
    const draw = (count: number) => Float64Array.from(random.floats(count, -1, 1));
    const a = { data: draw(down * length), count: down, length };
    const b = { data: draw(across * length), count: across, length };
    const products = multiplyRows(a, b);
    const expected = Array.from({ length: down * across }, (_, i) => {
      const [row, column] = [Math.floor(i / across), i % across];
      let sum = 0;
      for (let k = 0; k < length; k++) {
        sum += a.data[row * length + k]! * b.data[column * length + k]!;
      }
      return sum;
    });
    assert.deepEqual([...products], expected);
  }
});

Deno.test("multiplyRows() of rows with themselves is the same as with a copy", () => {
  const data = Float64Array.from(createRandom(61).floats(5 * 6, -1, 1));
  const rows = { data, count: 5, length: 6 };
  assert.deepEqual(multiplyRows(rows, rows), multiplyRows(rows, { ...rows }));
});
