import assert from "node:assert/strict";
import { countCaptured, findLeftOut, MOST_CAPTURED } from "../../src/forecast/captured.ts";

const layers = ["wide", "small", "next"] as const;

// The next layer reads what the small one writes.
const SIZES = {
  wide: [["a", MOST_CAPTURED - 10]],
  small: [["b", 4], ["c", 4]],
  next: [["c", 4], ["d", 8]],
} as const;

const list = (layer: typeof layers[number]): ReadonlyMap<string, number> => new Map(SIZES[layer]);

Deno.test("findLeftOut() finds the largest layers that do not fit beside the others", () => {
  assert.deepEqual(findLeftOut(layers, list, 2), [{ layer: "wide", bytes: MOST_CAPTURED + 8 }]);
  assert.deepEqual(findLeftOut(["wide"], list, 2), []);
});

Deno.test("countCaptured() counts once what layers share", () => {
  assert.equal(countCaptured(["small", "next"], list), 16);
});
