import assert from "node:assert/strict";
import { spearman } from "../../../src/analysis/rule/spearman.ts";
import { createRandom } from "../../support/random.ts";

function assertClose(actual: number | null, expected: number): void {
  assert(actual !== null && Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);
}

Deno.test("spearman() is 1 for what rises together and -1 for what falls", () => {
  assertClose(spearman([1, 2, 3, 40], [-9, 0, 0.1, 7]).value, 1);
  assertClose(spearman([1, 2, 3, 40], [7, 0.1, 0, -9]).value, -1);
});

Deno.test("spearman() gives 1 - 6 Σd² / (n³ - n) without ties", () => {
  // The ranks of y are 1 4 2 5 3: Σd² = 0 + 4 + 1 + 1 + 4.
  assertClose(spearman([1, 2, 3, 4, 5], [1, 3, 2, 6, 2.5]).value, 1 - 6 * 10 / 120);
});

Deno.test("spearman() shares the ranks of ties", () => {
  // Ranks 1.5 1.5 3 4 and 1 2 3.5 3.5: centred -1 -1 0.5 1.5 and -1.5 -0.5 1 1.
  assertClose(spearman([5, 5, 6, 7], [1, 2, 3, 3]).value, 4 / 4.5);
});

Deno.test("spearman() leaves out rows with a null, and counts the others", () => {
  const { value, n } = spearman([1, null, 3, 4, 2], [1, 7, 3, null, 2]);
  assertClose(value, 1);
  assert.equal(n, 3);
});

Deno.test("spearman() is null for fewer than three rows and for a constant column", () => {
  assert.deepEqual(spearman([1, 2], [1, 2]), { value: null, n: 2 });
  assert.deepEqual(spearman([1, 2, null], [1, 2, 3]), { value: null, n: 2 });
  assert.deepEqual(spearman([4, 4, 4, 4], [1, 2, 3, 4]), { value: null, n: 4 });
  assert.deepEqual(spearman([1, 2, 3, 4], [0, 0, 0, 0]), { value: null, n: 4 });
  assert.deepEqual(spearman([], []), { value: null, n: 0 });
});

Deno.test("spearman() does not change under rising functions, and changes sign under falling", () => {
  const random = createRandom(84);
  for (let i = 0; i < 20; i++) {
    const x = [...random.floats(30, -2, 2)];
    const y = [...random.floats(30, -2, 2)];
    const { value } = spearman(x, y);
    assert.equal(spearman(x.map(Math.exp), y.map((each) => each ** 3)).value, value);
    assertClose(spearman(x.map((each) => -each), y).value, -value!);
    assertClose(spearman(y, x).value, value!);
  }
});
