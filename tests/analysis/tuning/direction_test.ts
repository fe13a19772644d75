import assert from "node:assert/strict";
import { sumDirections } from "../../../src/analysis/tuning/direction.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

const HALVES = [0, 45, 90, 135];
const ROUND = [0, 60, 120, 180, 240, 300];

Deno.test("sumDirections() gives the angle that alone responds, and is sure of it", () => {
  HALVES.forEach((angle, i) => {
    const led = sumDirections(HALVES.map((_, k) => k === i ? 3 : 0), HALVES, 2)!;
    assertNear(led.angle, angle);
    assertNear(led.selectivity, 1);
  });
});

Deno.test("sumDirections() finds what lies between angles, over the end of the axis too", () => {
  assertNear(sumDirections([1, 1, 0, 0], HALVES, 2)!.angle, 22.5);
  assertNear(sumDirections([1, 0, 0, 1], HALVES, 2)!.angle, 157.5);
  assertNear(sumDirections([1, 0, 0, 0, 0, 1], ROUND, 1)!.angle, 330);
});

Deno.test("sumDirections() is unsure of responses alike, and knows nothing where there are none", () => {
  assertNear(sumDirections([2, 2, 2, 2], HALVES, 2)!.selectivity, 0);
  assert.equal(sumDirections([0, 0, 0, 0], HALVES, 2), null);
  assert.equal(sumDirections([], [], 1), null);
});

Deno.test("sumDirections() takes opposite hues for one axis where it is asked to", () => {
  const axis = sumDirections([1, 0, 0, 1, 0, 0], ROUND, 2)!;
  assertNear(axis.angle, 0);
  assertNear(axis.selectivity, 1);
  assertNear(sumDirections([1, 0, 0, 1, 0, 0], ROUND, 1)!.selectivity, 0);
});
