import assert from "node:assert/strict";
import { differPair, layoutDifference } from "../../../src/page/sides/differences.ts";
import { layoutDifferenceSheet, listLimits } from "../../../src/page/compare/difference_sheet.ts";

const tile = (...numbers: readonly number[]) => ({ numbers: Float32Array.from(numbers), error: 0 });
const pairs = [differPair(tile(3, -4), tile(1, 0)), null, differPair(tile(1, 1), tile(1, 9))];

Deno.test("listLimits() takes the largest value of the pair, of its difference, or of all of these", () => {
  assert.deepEqual(listLimits(pairs, "pair"), [4, 0, 9]);
  assert.deepEqual(listLimits(pairs, "tile"), [4, 0, 8]);
  assert.deepEqual(listLimits(pairs, "all"), [8, 8, 8]);
});

Deno.test("layoutDifferenceSheet() is near to a square, whatever the maps are", () => {
  const layout = layoutDifference("maps", [13, 13]);
  const sheet = layoutDifferenceSheet({ layout, pairs: Array.from({ length: 16 }, () => null) });
  assert.deepEqual([sheet.columns, sheet.width, sheet.height], [4, 57, 57]);
});

Deno.test("layoutDifferenceSheet() thins out maps that no canvas would hold", () => {
  const layout = layoutDifference("maps", [1000, 1000]);
  const { width, height, tileWidth } = layoutDifferenceSheet({
    layout,
    pairs: Array.from({ length: 64 }, () => null),
  });
  assert.equal(tileWidth, 500);
  assert.ok(width * height < 1.1 * (1 << 24));
});
