import assert from "node:assert/strict";
import { beginEstimate, tellTime } from "../../../src/host/process/time_left.ts";

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

// [seconds, words]
const times: readonly [number, string][] = [
  [0, "1 s"],
  [7.4, "7 s"],
  [43, "45 s"],
  [89, "90 s"],
  [91, "2 min"],
  [3600, "60 min"],
  [4 * 3600 + 700, "4 h"],
];

for (const [seconds, words] of times) {
  Deno.test(`tellTime() says ${words} for ${seconds} seconds`, () => {
    assert.equal(tellTime(seconds), words);
  });
}
