import assert from "node:assert/strict";
import { findInside, orderPoints, spanPoints, stepTo } from "../../../src/page/plot/brush.ts";

const points = [
  { k: 0, x: 40, y: 256 },
  { k: 1, x: 388, y: 24 },
  { k: 2, x: 40, y: 24 },
  { k: 3, x: 214, y: 140 },
];

Deno.test("findInside() takes corners in any order, and the edges of the rectangle", () => {
  assert.deepEqual(findInside(points, { x: [214, 40], y: [256, 140] }), [0, 3]);
  assert.deepEqual(findInside(points, { x: [41, 213], y: [0, 300] }), []);
});

Deno.test("orderPoints() goes from left to right, and down where points are above each other", () => {
  assert.deepEqual(orderPoints(points).map(({ k }) => k), [2, 0, 3, 1]);
});

Deno.test("stepTo() stays among the points, and knows no other keys", () => {
  assert.deepEqual(
    ["ArrowRight", "ArrowLeft", "PageDown", "Home", "End"].map((key) => stepTo(key, 1, 4)),
    [2, 0, 3, 0, 3],
  );
  assert.equal(stepTo("ArrowLeft", 0, 4), 0);
  assert.equal(stepTo("x", 0, 4), null);
});

Deno.test("spanPoints() holds both ends, in either direction", () => {
  const ordered = orderPoints(points);
  assert.deepEqual(spanPoints(ordered, 2, 1).map(({ k }) => k), [0, 3]);
  assert.deepEqual(spanPoints(ordered, 3, 3).map(({ k }) => k), [1]);
});
