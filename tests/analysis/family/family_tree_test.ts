import assert from "node:assert/strict";
import { cutTree, growTree } from "../../../src/analysis/family/family_tree.ts";

// Rows 0 and 2 go the same way, 1 and 3 nearly so, 4 is zero.
const maps = {
  data: Float32Array.of(1, -1, 0, 1, 1, -2, 2, -2, 0, 1, 2, -3, 0, 0, 0),
  dims: [5, 3],
};

Deno.test("cutTree() parts what goes together less than the cut; a map of zeros is in no part", () => {
  const tree = growTree(maps)!;
  const cut = (correlation: number): number[][] =>
    cutTree(tree, correlation).map((part) => part.toSorted());
  assert.deepEqual(cut(0.9), [[0, 2], [1, 3]]);
  assert.deepEqual(cut(0.999), [[0, 2], [1], [3]]);
});

Deno.test("growTree() has no tree where no map tells anything", () => {
  assert.equal(growTree({ data: new Float32Array(6), dims: [2, 3] })!.tree, null);
  assert.deepEqual(cutTree(growTree({ data: new Float32Array(6), dims: [2, 3] })!, 0.5), []);
});
