import assert from "node:assert/strict";
import { planLeading } from "../../src/plan/leading_plan.ts";
import type { ConvLayer } from "../../src/onnx/layer/conv_layer.ts";

function plan(
  dims: readonly number[],
  readsInput: string | null,
  group = 1,
): readonly number[] | null {
  const conv = { kernels: { dims }, shape: { group }, readsInput } as unknown as ConvLayer;
  return planLeading({ conv });
}

Deno.test("planLeading() has patterns of kernels of one and two axes that are no pictures yet", () => {
  assert.deepEqual(plan([8, 64, 3, 5], null), [8, 3, 3, 5]);
  assert.deepEqual(plan([8, 2, 3, 3], null, 4), [8, 3, 3, 3]);
  assert.deepEqual(plan([8, 64, 9], null), [8, 3, 9]);
  assert.deepEqual(plan([8, 4, 3, 3], "photo"), [8, 3, 3, 3]);
});

Deno.test("planLeading() has none of what is seen in colours, of single weights, single slices and volumes", () => {
  assert.equal(plan([8, 3, 11, 11], "photo"), null);
  assert.equal(plan([8, 64, 1, 1], null), null);
  assert.equal(plan([8, 64, 3, 3, 3], null), null);
  assert.equal(plan([8, 1, 3, 3], null, 8), null);
});
