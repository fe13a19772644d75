import assert from "node:assert/strict";
import { type ClusterTree, linkAverage } from "../../../src/analysis/likeness/average_linkage.ts";
import { listLeaves, orderLeaves } from "../../../src/analysis/likeness/leaf_order.ts";
import { createRandom } from "../../support/random.ts";
import { drawDistances } from "../../support/analysis/distances.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

// All 2^(n − 1) orders that turning the branches can give.
function listOrders(tree: ClusterTree): number[][] {
  if (tree.kind === "leaf") return [[tree.index]];
  const [lefts, rights] = [listOrders(tree.left), listOrders(tree.right)];
  return lefts.flatMap((left) =>
    rights.flatMap((right) => [[...left, ...right], [...right, ...left]])
  );
}

function sumSteps(order: readonly number[], distances: Float32Array): number {
  const count = order.length;
  return order.slice(1).reduce((sum, to, i) => sum + distances[order[i]! * count + to]!, 0);
}

Deno.test("orderLeaves() finds the least sum of all orders that the tree allows", () => {
  const random = createRandom(82);
  for (let count = 1; count <= 11; count++) {
    const distances = drawDistances(random, count);
    const tree = linkAverage(distances, count);
    const order = orderLeaves(tree, distances);
    const orders = listOrders(tree);
    assert.equal(orders.length, 2 ** (count - 1));
    assert(orders.some((allowed) => allowed.join() === order.join()));
    const least = Math.min(...orders.map((allowed) => sumSteps(allowed, distances)));
    assertNear(sumSteps(order, distances), least);
  }
});

Deno.test("orderLeaves() begins with the smaller of the two indices at its ends", () => {
  const random = createRandom(83);
  for (let i = 0; i < 10; i++) {
    const distances = drawDistances(random, 9);
    const order = orderLeaves(linkAverage(distances, 9), distances);
    assert(order[0]! < order.at(-1)!);
  }
});

Deno.test("orderLeaves() improves on the order in which branches merged", () => {
  const distances = drawDistances(createRandom(84), 60);
  const tree = linkAverage(distances, 60);
  const turned = sumSteps(orderLeaves(tree, distances), distances);
  assert(turned < 0.9 * sumSteps(listLeaves(tree), distances));
});
