import assert from "node:assert/strict";
import { classifyDeepKernel } from "../../../src/analysis/kind/deep_kernel_kind.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

const plain = { dcGain: 0.3, likeness: 0.2, oneSlice: false };
const filter = { ...plain, oneSlice: true };

Deno.test("classifyDeepKernel() finds duplicates, then what is even in space", () => {
  const kind = (traits: Partial<typeof plain>) => classifyDeepKernel({ ...plain, ...traits }).kind;
  assert.equal(kind({}), "other");
  assert.equal(kind({ likeness: 0.99 }), "duplicate");
  assert.equal(kind({ likeness: 0.99, dcGain: 1 }), "duplicate");
  assert.equal(kind({ likeness: -0.99 }), "other");
  assert.equal(kind({ dcGain: 0.97 }), "near-constant");
});

Deno.test("classifyDeepKernel() takes kernels of one slice for filters, unless they have a twin", () => {
  const kind = (traits: Partial<typeof plain>) => classifyDeepKernel({ ...filter, ...traits }).kind;
  assert.equal(kind({ dcGain: 0.97 }), "near-constant");
  assert.equal(kind({ dcGain: 0.7 }), "low-pass");
  assert.equal(kind({ dcGain: 0.7, likeness: 1 }), "duplicate");
  assert.equal(kind({ dcGain: 0.3 }), "other");
  assert.equal(kind({ dcGain: 0.05 }), "band-pass");
});

Deno.test("classifyDeepKernel() is as sure as the nearest threshold that decided", () => {
  const confidence = (traits: typeof plain) => classifyDeepKernel(traits).confidence;
  assert.equal(confidence(plain), 1);
  assertNear(confidence({ ...plain, likeness: 0.925 }), 0.5);
  assertNear(confidence({ ...plain, dcGain: 0.975 }), 0.5);
  assertNear(confidence({ ...filter, dcGain: 0.15 }), 0.5);
  assertNear(confidence({ ...filter, dcGain: 0.05 }), 0.5);
  assertNear(confidence({ ...filter, dcGain: 0.625 }), 0.5);
});

Deno.test("classifyDeepKernel() of a point looks for duplicates alone", () => {
  const point = { dcGain: null, likeness: 0.975, oneSlice: false };
  assert.equal(classifyDeepKernel(point).kind, "duplicate");
  assert.deepEqual(classifyDeepKernel({ ...point, likeness: 0 }), { kind: "other", confidence: 1 });
  const alone = { ...point, likeness: null };
  assert.deepEqual(classifyDeepKernel(alone), { kind: "other", confidence: null });
});
