import assert from "node:assert/strict";
import { multiplyRows } from "../../../src/analysis/likeness/inner_products.ts";
import { createRandom } from "../../support/random.ts";

Deno.test("multiplyRows() gives every inner product, in odd and even counts", () => {
  const random = createRandom(60);
  const sizes = [[1, 1, 1], [2, 3, 4], [5, 4, 9], [7, 1, 3], [4, 5, 512], [3, 8, 1100]] as const;
  for (const [down, across, length] of sizes) {
    const draw = (count: number) => Float32Array.from(random.floats(count, -1, 1));
    const a = { data: draw(down * length), count: down, length };
    const b = { data: draw(across * length), count: across, length };
    const products = multiplyRows(a, b);
    assert.equal(products.length, down * across);
    products.forEach((product, i) => {
      const [row, column] = [Math.floor(i / across), i % across];
      let sum = 0;
      for (let k = 0; k < length; k++) {
        sum += a.data[row * length + k]! * b.data[column * length + k]!;
      }
      assert(Math.abs(product - sum) < 1e-6 * Math.sqrt(length), `${product} and ${sum}`);
    });
  }
});

Deno.test("multiplyRows() of rows with themselves is the same as with a copy", () => {
  const data = Float32Array.from(createRandom(61).floats(5 * 6, -1, 1));
  const rows = { data, count: 5, length: 6 };
  assert.deepEqual(multiplyRows(rows, rows), multiplyRows(rows, { ...rows }));
});

Deno.test("multiplyRows() gives a row of more than can be added in one go the length 1", () => {
  const length = 5000;
  const data = Float32Array.from(createRandom(62).floats(length, -1, 1));
  const norm = Math.sqrt(data.reduce((sum, value) => sum + value * value, 0));
  const rows = { data: data.map((value) => value / norm), count: 1, length };
  assert(Math.abs(multiplyRows(rows, rows)[0]! - 1) < 5e-7);
});
