import assert from "node:assert/strict";
import { BIN_COUNT, edgeOf, findBin, findBinnedQuantile } from "../../src/tally/value_bins.ts";
import { createChance } from "../support/rounds.ts";

function binOf(value: number): number {
  return findBin(new Uint32Array(Float32Array.of(value).buffer)[0]!);
}

Deno.test("a value lies between the edges of its bin", () => {
  for (const power of createChance(3).floats(2000, -20, 20)) {
    const value = Math.fround(2 ** power);
    const bin = binOf(value);
    assert.ok(edgeOf(bin) <= value && value < edgeOf(bin + 1), `${value} in ${bin}`);
  }
  for (let bin = 0; bin < BIN_COUNT; bin++) assert.equal(binOf(edgeOf(bin)), bin);
});

Deno.test("what lies beyond the edges is in the first and the last bin", () => {
  assert.deepEqual([1e-38, 1e-45, 3e38].map(binOf), [0, 0, BIN_COUNT - 1]);
});

function countValues(values: readonly number[]): Parameters<typeof findBinnedQuantile>[0] {
  const [above, below] = [new Uint32Array(BIN_COUNT), new Uint32Array(BIN_COUNT)];
  for (const value of values) {
    if (value !== 0) (value > 0 ? above : below)[binOf(Math.abs(value))]!++;
  }
  return { above, below, zeros: values.filter((value) => value === 0).length };
}

Deno.test("quantiles of bins are those of the values within a quarter", () => {
  const values = [...createChance(4).floats(5000, -40, 60)].sort((a, b) => a - b);
  for (const share of [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1]) {
    const exact = values[Math.ceil(share * values.length) - 1]!;
    const found = findBinnedQuantile(countValues(values), share)!;
    assert.ok(Math.abs(found - exact) <= Math.abs(exact) / 4, `${share}: ${found}, ${exact}`);
  }
});

Deno.test("half of the values may be 0", () => {
  const counts = countValues([0, 0, 0, 1, 2]);
  assert.equal(findBinnedQuantile(counts, 0.5), 0);
  assert.ok(findBinnedQuantile(counts, 0.9)! > 1);
  assert.equal(findBinnedQuantile(countValues([]), 0.5), null);
});
