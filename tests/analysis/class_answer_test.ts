import assert from "node:assert/strict";
import { rankClasses } from "../../src/analysis/class_answer.ts";

function near(shares: readonly number[], expected: readonly number[]): void {
  assert.equal(shares.length, expected.length);
  shares.forEach((share, i) => assert.ok(Math.abs(share - expected[i]!) < 1e-6, `${shares}`));
}

Deno.test("rankClasses() makes shares of plain numbers by softmax, however large they are", () => {
  const answer = rankClasses(Float32Array.of(1000, 1001, -1000), "plain")!;
  assert.deepEqual(answer.classes, [1, 0, 2]);
  near(answer.shares, [0.7310586, 0.2689414, 0]);
});

Deno.test("rankClasses() leaves shares and chances as they are, and opens logarithms", () => {
  const shares = Float32Array.of(0.25, 0.5, 0.125, 0.0625, 0.0625, 0);
  for (const scores of ["shares", "chances"] as const) {
    assert.deepEqual(rankClasses(shares, scores)!.classes, [1, 0, 2, 3, 4]);
    near(rankClasses(shares, scores)!.shares, [0.5, 0.25, 0.125, 0.0625, 0.0625]);
  }
  near(rankClasses(shares.map(Math.log).with(5, -100), "logarithms")!.shares, [
    0.5,
    0.25,
    0.125,
    0.0625,
    0.0625,
  ]);
});

Deno.test("rankClasses() gives no answer where a number is not finite", () => {
  assert.equal(rankClasses(Float32Array.of(1, NaN), "plain"), null);
  assert.equal(rankClasses(Float32Array.of(1, Infinity), "plain"), null);
});
