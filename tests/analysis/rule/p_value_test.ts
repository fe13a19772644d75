import assert from "node:assert/strict";
import { tellP } from "../../../src/analysis/rule/p_value.ts";
import { permutationP } from "../../../src/analysis/rule/permutation.ts";
import { writeJson } from "../../../src/report/json.ts";

Deno.test("tellP() has two digits, one below a thousandth", () => {
  assert.deepEqual([0.6413, 0.0312, 2 / 10_001, 1].map(tellP), [
    "p 0.64",
    "p 0.031",
    "p 0.0002",
    "p 1",
  ]);
});

Deno.test("tellP() says at most where no shuffle reached the correlation, as written in a report", () => {
  const x = Array.from({ length: 40 }, (_, k) => k);
  const [p] = permutationP([{ x, y: x, fixed: null }]);
  assert.equal(tellP(p!), "p ≤ 0.0001");
  assert.equal(tellP(JSON.parse(writeJson(p))), "p ≤ 0.0001");
});
