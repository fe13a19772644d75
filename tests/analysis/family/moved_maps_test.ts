import assert from "node:assert/strict";
import { moveMaps } from "../../../src/analysis/family/moved_maps.ts";
import { countingTensor } from "../../support/tensors.ts";

const maps = countingTensor([40, 16]);
const rowsOf = ({ data }: { data: Float32Array }): number[][] =>
  Array.from({ length: 40 }, (_, k) => [...data.subarray(k * 16, (k + 1) * 16)]);

Deno.test("moveMaps() turns each row round its end, or back to front: neighbours stay neighbours", () => {
  for (const [k, row] of rowsOf(moveMaps(maps)).entries()) {
    assert.deepEqual(row.toSorted((a, b) => a - b), rowsOf(maps)[k]);
    const steps = new Set(row.map((value, i) => (row[(i + 1) % 16]! - value + 16) % 16));
    assert.equal(steps.size, 1, `row ${k}`);
  }
});

Deno.test("moveMaps() moves each map by itself, and the same way each time", () => {
  const starts = rowsOf(moveMaps(maps)).map(([first], k) => first! - 16 * k);
  assert.ok(new Set(starts).size > 10, `${starts}`);
  assert.deepEqual(moveMaps(maps), moveMaps(maps));
});
