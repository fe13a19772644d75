import assert from "node:assert/strict";
import { tellForecast, tellTime } from "../../src/forecast/forecast_text.ts";

Deno.test("tellForecast() says in a line what a report will take", () => {
  const forecast = {
    bytes: 180.4e6,
    files: 1240,
    aside: 0,
    seconds: 41,
    pictures: 7,
    kinds: [],
    largest: null,
  };
  assert.equal(tellForecast(forecast), "about 180 MB, 1,240 files, 40 s");
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
