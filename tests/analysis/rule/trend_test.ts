import assert from "node:assert/strict";
import { findTrend } from "../../../src/analysis/rule/trend.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

Deno.test("findTrend() tells which way numbers go, from the first quarter to the last", () => {
  const falling = [0.9, 0.7, 0.6, 0.5, 0.45, 0.4, 0.2, 0.1];
  const trend = findTrend(falling)!;
  assert.deepEqual([trend.way, trend.value, trend.n, trend.ends], ["down", -1, 8, 2]);
  assertNear(trend.first, 0.8);
  assertNear(trend.last, 0.15);
  assert.ok(trend.p! < 0.001);
  assert.equal(findTrend(falling.toReversed())!.way, "up");
});

Deno.test("findTrend() leaves out layers without a number", () => {
  const trend = findTrend([null, 0.9, 0.7, null, 0.6, 0.5, 0.4, null])!;
  assert.deepEqual([trend.way, trend.n, trend.first, trend.last], ["down", 5, 0.9, 0.4]);
});

Deno.test("findTrend() tells no way of what chance would do, nor of few layers", () => {
  assert.equal(findTrend([0.1, 0.5, 0.2, 0.4, 0.3, 0.25, 0.6, 0.15])!.way, "unclear");
  assert.equal(findTrend([0.1, 0.2, 0.3, 0.4])!.way, "unclear"); // one of twelve orders is as good
  assert.equal(findTrend([0.3, 0.3, 0.3, 0.3, 0.3])!.value, null);
});

Deno.test("findTrend() tells no way against that from the first to the last", () => {
  const risesThenDrops = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.01];
  const trend = findTrend(risesThenDrops)!;
  assert.ok(trend.last < trend.first);
  assert.equal(trend.way, "unclear");
});

Deno.test("findTrend() needs two layers", () => {
  assert.equal(findTrend([0.3, null]), null);
  assert.equal(findTrend([]), null);
});
