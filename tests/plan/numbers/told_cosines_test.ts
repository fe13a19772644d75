import assert from "node:assert/strict";
import { nameToldCosines, planToldCosines } from "../../../src/plan/numbers/told_cosines.ts";
import type { PlannedModel } from "../../../src/plan/plan.ts";

type Layers = readonly (readonly [id: string, dims: readonly number[] | null])[];

function makeModel(id: string, layers: Layers): PlannedModel {
  const conv = (dims: readonly number[] | null) => ({ kernels: dims && { dims } });
  return { id, layers: layers.map(([id, dims]) => ({ id, conv: conv(dims) })) } as never;
}

function listTold(models: readonly PlannedModel[], model = models[0]!): [string, string[]][] {
  return [...planToldCosines({ models, values: "compact" }, model)]
    .map(([id, others]) => [id, others.map(({ id }) => id)]);
}

Deno.test("planToldCosines() tells of kernels of one size, each with those before it", () => {
  const net = makeModel("net", [
    ["a", [4, 3, 5, 5]],
    ["b", [8, 4, 3, 3]],
    ["c", [8, 4, 3, 3]],
    ["d", null],
    ["e", [6, 4, 3, 3]],
  ]);
  assert.deepEqual(listTold([net]), [["a", []], ["b", []], ["c", ["b"]], ["e", ["b", "c"]]]);
});

Deno.test("planToldCosines() leaves kernels to their numbers that another model's compare with", () => {
  const net = makeModel("net", [["a", [4, 3, 5, 5]], ["b", [4, 4, 3, 3]]]);
  const other = makeModel("other", [["x", [64, 3, 5, 5]]]);
  assert.deepEqual(listTold([net, other]), [["b", []]]);
  assert.deepEqual(listTold([net, other], other), []);
});

Deno.test("planToldCosines() tells nothing that takes more room than it saves", () => {
  const of = (count: number) =>
    makeModel("net", Array.from({ length: count }, (_, i) => [`${i}`, [8, 32, 1, 1]] as const));
  const plan = { models: [], values: "compact" } as const;
  assert.equal(planToldCosines(plan, of(3)).size, 3);
  assert.equal(planToldCosines(plan, of(4)).size, 0);
});

Deno.test("planToldCosines() tells nothing where numbers are kept otherwise than compact", () => {
  const net = makeModel("net", [["a", [4, 4, 3, 3]], ["b", [4, 4, 3, 3]]]);
  for (const values of ["exact", "coarse", "none"] as const) {
    assert.equal(planToldCosines({ models: [net], values }, net).size, 0);
  }
});

Deno.test("nameToldCosines() lies beside the numbers of the kernels", () => {
  assert.equal(nameToldCosines("net/conv1"), "net/conv1/values/kernels/cosines");
});
