import assert from "node:assert/strict";
import { createRandom as createShuffles } from "../../../src/analysis/rule/random.ts";
import { drawOrders } from "../../../src/analysis/rule/orders.ts";
import { shuffle } from "../../../src/analysis/rule/shuffle.ts";
import { correlateRelations } from "../../../src/analysis/rule/correlation.ts";
import { permutationP } from "../../../src/analysis/rule/permutation.ts";
import type { Relation } from "../../../src/analysis/rule/relation.ts";
import { spearman } from "../../../src/analysis/rule/spearman.ts";
import { dot } from "../../../src/tensor/dot.ts";
import { rank } from "../../../src/tensor/rank.ts";
import { toUnit } from "../../../src/tensor/unit.ts";
import { createRandom, type Random } from "../../support/random.ts";

function relate(x: Relation["x"], y: Relation["y"], fixed: Relation["fixed"] = null): Relation {
  return { x, y, fixed };
}

function column(random: Random, n: number): number[] {
  return [...random.floats(n)];
}

Deno.test("permutationP() is spread evenly where nothing goes together", () => {
  const random = createRandom(89);
  const relations = Array.from(
    { length: 300 },
    () => relate(column(random, 20), column(random, 20)),
  );
  assertEven(permutationP(relations, { permutations: 999 }));
});

Deno.test("permutationP() is spread evenly where the fixed column tells all", () => {
  const random = createRandom(91);
  const relations = Array.from({ length: 300 }, () => {
    const cause = column(random, 40);
    const [x, y] = [0, 1].map(() => cause.map((value) => value + random.floats(1, -0.3, 0.3)[0]!));
    return relate(x!, y!, cause);
  });
  assertEven(permutationP(relations, { permutations: 999 }));
});

// Kolmogorov and Smirnov's distance, at the level of 1 %
function assertEven(p: readonly (number | null)[]): void {
  const sorted = p.map((value) => value!).toSorted((a, b) => a - b);
  const farthest = Math.max(...sorted.map((value, i) => Math.abs(value - (i + 0.5) / p.length)));
  assert(farthest < 1.63 / Math.sqrt(p.length), `${farthest}`);
}

Deno.test("permutationP() is as small as can be where columns go together", () => {
  const x = column(createRandom(91), 64);
  const relations = [relate(x, x.map(Math.exp)), relate(x, x.map((value) => -value))];
  assert.deepEqual(permutationP(relations), [1 / 10_001, 1 / 10_001]);
});

Deno.test("permutationP() comes near the share of all orders", () => {
  const x = [1, 2, 3, 4, 5];
  const y = [2, 1, 3, 3, 5];
  const orders = listOrders(x);
  const observed = Math.abs(spearman(x, y).value!);
  const reached = orders.filter((order) => {
    return Math.abs(spearman(order, y).value!) >= observed - 1e-12;
  });
  const [p] = permutationP([relate(x, y)], { permutations: 40_000 });
  assert(Math.abs(p! - reached.length / orders.length) < 0.01);
});

function listOrders(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((first, i) =>
    listOrders(values.toSpliced(i, 1)).map((rest) => [first, ...rest])
  );
}

Deno.test("permutationP() counts a shuffle that reaches the correlation", () => {
  const random = createRandom(92);
  for (let seed = 0; seed < 30; seed++) {
    const [x, y, z] = [column(random, 9), column(random, 9), column(random, 9)];
    const order = Uint32Array.from(x.keys());
    shuffle(order, createShuffles(seed));
    const relations = [relate(x, y), relate(x, y, z)];
    const expected = [restsOf(x, y, null), restsOf(x, y, z)].map(([a, b]) => {
      const moved = Float64Array.from(order, (row) => b[row]!);
      return Math.abs(dot(a, moved)) >= Math.abs(dot(a, b)) ? 1 : 0.5;
    });
    assert.deepEqual(permutationP(relations, { permutations: 1, seed }), expected);
  }
});

// Counted one pair of orders at a time, in double precision.
Deno.test("permutationP() counts pairs of orders, ties among them, until 500 have reached", () => {
  const random = createRandom(96);
  for (const [count, permutations] of [[5, 400], [12, 10_000], [300, 2500]] as const) {
    const relations = Array.from({ length: 6 }, (_, i) => {
      const x = column(random, count).map((value) => Math.round(20 * value));
      const noise = column(random, count);
      const y = x.map((value, row) => Math.round(value * i / 12 + 9 * noise[row]!));
      return relate(x, y, column(random, count));
    });
    const found = permutationP(relations, { permutations });
    assert.deepEqual(found, relations.map((relation) => countAll(relation, permutations)));
  }
});

function countAll({ x, y, fixed }: Relation, permutations: number): number {
  const [a, b] = restsOf(x as number[], y as number[], fixed as number[]);
  const orders = drawOrders(x.length, { pairs: permutations, seed: 1 });
  const aim = Math.abs(dot(a, b)) - 1e-12;
  const products = orders.x.flatMap((own) =>
    orders.y.map((other) =>
      dot(Float64Array.from(own, (row) => a[row]!), Float64Array.from(other, (row) => b[row]!))
    )
  );
  const reached = products.map((product) => Math.abs(product) >= aim);
  const enough = [...reached.keys()].filter((i) => reached[i])[499] ?? permutations - 1;
  const counted = reached.slice(0, enough + 1);
  return (1 + counted.filter(Boolean).length) / (1 + counted.length);
}

// Each order of three as often, and each two pairs of orders as if drawn by themselves.
Deno.test("drawOrders() gives pairs of orders that are independent of each other", () => {
  const counts = new Map<string, number>();
  const whole = 3000;
  for (let seed = 0; seed < whole; seed++) {
    const { x, y } = drawOrders(3, { pairs: 4, seed });
    const turns = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([i, j]) => {
      const moved: number[] = [];
      x[i!]!.forEach((row, place) => moved[row] = y[j!]![place]!);
      return moved.join("");
    });
    for (const [one, first] of turns.entries()) {
      for (const second of turns.slice(one + 1)) {
        counts.set(`${first} ${second}`, (counts.get(`${first} ${second}`) ?? 0) + 1);
      }
    }
  }
  assert.equal(counts.size, 36);
  const expected = 6 * whole / 36;
  // Six pairs of turns from each seed are not independent of each other: six times their χ².
  const distance = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  assert(distance < 6 * 57.3, `${distance}`); // χ² of 35 degrees of freedom, at the level of 1 %
});

// What z leaves of the ranks of x and y
function restsOf(
  x: number[],
  y: number[],
  z: number[] | null,
): readonly [Float64Array, Float64Array] {
  const [a, b] = [x, y].map((each) => toUnit(rank(Float64Array.from(each)))!);
  if (z === null) return [a!, b!];
  const c = toUnit(rank(Float64Array.from(z)))!;
  const leave = (each: Float64Array) => each.map((value, i) => value - dot(each, c) * c[i]!);
  return [leave(a!), leave(b!)];
}

Deno.test("permutationP() is the same every time, and another with another seed", () => {
  const random = createRandom(93);
  const relations = Array.from({ length: 5 }, () => relate(column(random, 30), column(random, 30)));
  assert.deepEqual(permutationP(relations), permutationP(relations));
  assert.notDeepEqual(permutationP(relations), permutationP(relations, { seed: 2 }));
});

Deno.test("permutationP() of a relation does not depend on the others", () => {
  const random = createRandom(94);
  const columns = Array.from({ length: 6 }, () => column(random, 30));
  const relations = columns.flatMap((x) =>
    columns.filter((y) => y !== x).map((y) =>
      relate(x, y, columns.find((z) => z !== x && z !== y)!)
    )
  );
  const each = relations.flatMap((relation) => permutationP([relation], { permutations: 200 }));
  assert.deepEqual(permutationP(relations, { permutations: 200 }), each);
});

Deno.test("permutationP() leaves out rows with a null", () => {
  const random = createRandom(95);
  const [x, y] = [column(random, 30), column(random, 30)];
  const holed = relate([null, ...x, 0.5], [0.5, ...y, null]);
  assert.deepEqual(permutationP([holed, relate(x, y)]), permutationP([relate(x, y), holed]));
  assert.deepEqual(permutationP([holed]), permutationP([relate(x, y)]));
});

Deno.test("permutationP() is null where there is no correlation", () => {
  const [a, b, flat] = [[1, 2, 3, 4], [2, 1, 4, 3], [5, 5, 5, 5]];
  const without = [
    relate(a!, flat!),
    relate(a!, b!, flat),
    relate(a!, b!, a),
    relate([1, 2], [1, 2]),
    relate([1, 2, 3], [1, 3, 2], [2, 1, 3]),
    relate([], []),
  ];
  assert.deepEqual(permutationP(without), without.map(() => null));
  for (const { value } of correlateRelations(without)) assert.equal(value, null);
});

Deno.test("shuffle() brings each of the six orders of three as often", () => {
  const random = createShuffles(7);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = Uint32Array.of(0, 1, 2);
    shuffle(order, random);
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  // χ² of five degrees of freedom, at the level of 1 %
  const distance = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  assert(distance < 15.09, `${distance}`);
});
