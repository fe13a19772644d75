import assert from "node:assert/strict";
import { beginEstimate } from "../../../src/host/process/time_left.ts";

Deno.test("beginEstimate() says at first what was reckoned, then goes by the pace so far", () => {
  let clock = 100;
  const estimate = beginEstimate(() => clock);
  assert.equal(estimate({ done: 0, total: 60 }), 60);
  clock += 60; // three times as long as reckoned
  const left = estimate({ done: 20, total: 60 });
  assert(left > 0.9 * 120 && left < 120, String(left));
  clock += 120;
  assert.equal(estimate({ done: 60, total: 60 }), 0);
});

Deno.test("beginEstimate() takes work that was reckoned as nothing for none", () => {
  assert.equal(beginEstimate(() => 0)({ done: 0, total: 0 }), 0);
});
