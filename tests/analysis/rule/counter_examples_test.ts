import assert from "node:assert/strict";
import { findCounterExamples } from "../../../src/analysis/rule/counter_examples.ts";

Deno.test("findCounterExamples() finds colour that loses the picture and grey that keeps it", () => {
  const chroma = [0.9, 0.9, 0.9, 0.5, 0.5, 0.1, null, 0.9];
  const keepsPicture = [0.05, 0.1, 0.8, 0.5, 0.05, 0.49, 0.9, null];
  assert.deepEqual(findCounterExamples(chroma, keepsPicture), { colour: [0], grey: [3] });
});

Deno.test("findCounterExamples() is null where kernels have no colour or maps no photo", () => {
  assert.equal(findCounterExamples([null, null], [0.1, 0.9]), null);
  assert.equal(findCounterExamples([0.1, 0.9], [null, null]), null);
});
