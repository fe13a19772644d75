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

// M(v, i, j) by its definition, for every two leaves of a branch that can be at its ends.
function listLeast(tree: ClusterTree, distances: Float32Array): Map<string, number> {
  if (tree.kind === "leaf") return new Map([[`${tree.index} ${tree.index}`, 0]]);
  const [lefts, rights] = [tree.left, tree.right].map((half) => listLeast(half, distances));
  const count = Math.sqrt(distances.length);
  const least = new Map<string, number>();
  for (const [left, before] of lefts!) {
    for (const [right, behind] of rights!) {
      const [i = 0, k = 0] = left.split(" ").map(Number);
      const [l = 0, j = 0] = right.split(" ").map(Number);
      const sum = before + distances[k * count + l]! + behind;
      for (const ends of [`${i} ${j}`, `${j} ${i}`]) {
        least.set(ends, Math.min(sum, least.get(ends) ?? Infinity));
      }
    }
  }
  return least;
}

Deno.test("orderLeaves() finds the least sum in larger trees, which fill no whole tiles", () => {
  const random = createRandom(85);
  for (const count of [23, 37, 40]) {
    const distances = drawDistances(random, count);
    const tree = linkAverage(distances, count);
    const least = Math.min(...listLeast(tree, distances).values());
    assertNear(sumSteps(orderLeaves(tree, distances), distances), least);
  }
});
