import assert from "node:assert/strict";
import { fitBell } from "../../../src/analysis/tuning/bell.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

const HALF = Math.sqrt(2 * Math.LN2); // of a deviation

Deno.test("fitBell() finds the bell that it is given, at places near and far", () => {
  for (const [at, sigma] of [[0.17, 0.05], [0.12, 0.08], [0.2, 0.03]] as const) {
    const places = [0.075, 0.16, 0.34] as const;
    const responses = places.map((x) => 7 * Math.exp(-((x - at) ** 2) / (2 * sigma ** 2)));
    const bell = fitBell(places, responses as [number, number, number])!;
    if (responses.every((each) => each > 0.001 * responses[1]!)) {
      assertNear(bell.at, at);
      assertNear(bell.half, HALF * sigma);
    }
  }
});

Deno.test("fitBell() takes no response for a low one, and finds no bell where all are alike", () => {
  const { at, half } = fitBell([-1, 0, 1], [0, 5, 0])!;
  assertNear(at, 0);
  assert(half > 0.2 && half < 0.5, `${half}`);
  assert.equal(fitBell([-1, 0, 1], [5, 5, 5]), null);
});
