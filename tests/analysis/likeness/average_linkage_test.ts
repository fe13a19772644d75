import assert from "node:assert/strict";
import { type ClusterTree, linkAverage } from "../../../src/analysis/likeness/average_linkage.ts";
import { listLeaves } from "../../../src/analysis/likeness/leaf_order.ts";
import { createRandom } from "../../support/random.ts";
import { assertNear } from "../../support/analysis/kernels.ts";
import { drawDistances } from "../../support/analysis/distances.ts";

function listHeights(tree: ClusterTree): number[] {
  if (tree.kind === "leaf") return [];
  return [...listHeights(tree.left), ...listHeights(tree.right), tree.height];
}

// Merges the two clusters of least mean distance, again and again.
function linkPlainly(distances: Float32Array, count: number): number[] {
  let clusters = Array.from({ length: count }, (_, i) => [i]);
  const heights: number[] = [];
  while (clusters.length > 1) {
    const pairs = clusters.flatMap((a, i) => clusters.slice(i + 1).map((b) => ({ a, b })));
    const measured = pairs.map(({ a, b }) => {
      const all = a.flatMap((i) => b.map((j) => distances[i * count + j]!));
      return { a, b, mean: all.reduce((sum, distance) => sum + distance, 0) / all.length };
    });
    const { a, b, mean } = measured.reduce((best, pair) => pair.mean < best.mean ? pair : best);
    heights.push(mean);
    clusters = [...clusters.filter((cluster) => cluster !== a && cluster !== b), [...a, ...b]];
  }
  return heights;
}

Deno.test("linkAverage() merges at the heights of the plain way", () => {
  const random = createRandom(80);
  for (let count = 1; count <= 14; count++) {
    const distances = drawDistances(random, count);
    const heights = listHeights(linkAverage(distances, count)).toSorted((a, b) => a - b);
    const expected = linkPlainly(distances, count);
    assert.equal(heights.length, count - 1);
    heights.forEach((height, i) => assertNear(height, expected[i]!));
  }
});

Deno.test("linkAverage() holds everything once, also where all are equally far apart", () => {
  for (const distances of [new Float32Array(49).fill(1), drawDistances(createRandom(81), 7)]) {
    const leaves = listLeaves(linkAverage(distances, 7));
    assert.deepEqual(leaves.toSorted((a, b) => a - b), [0, 1, 2, 3, 4, 5, 6]);
  }
});

Deno.test("linkAverage() refuses nothing", () => {
  assert.throws(() => linkAverage(new Float32Array(0), 0), RangeError);
});
