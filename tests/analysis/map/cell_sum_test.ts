import assert from "node:assert/strict";
import { nameTerms } from "../../../src/analysis/map/cell_sum.ts";

Deno.test("nameTerms() names the largest terms, and gives what is left", () => {
  const terms = [0.5, -3, 0.25, 2, 0.125];
  const sum = nameTerms(terms, { first: 8, total: 0.875, bias: 1, named: 2 });
  assert.deepEqual(sum, { input: [9, 11], term: [-3, 2], rest: 0.875, total: 0.875 });
});

Deno.test("nameTerms() leaves no rest where all terms are named", () => {
  const sum = nameTerms([1, 2], { first: 0, total: 3.5, bias: 0.25, named: 4 });
  assert.deepEqual(sum, { input: [1, 0], term: [2.25, 1], rest: null, total: 3.5 });
});

Deno.test("nameTerms() names none where the photo is read", () => {
  const sum = nameTerms([1, 2, 3], { first: 0, total: 6.5, bias: 0.5, named: 0 });
  assert.deepEqual(sum, { input: [], term: [], rest: 6, total: 6.5 });
});
