import assert from "node:assert/strict";
import { paintDifference, pickColour, subtract } from "../../../src/page/tile/difference.ts";
import { findMagnitude } from "../../../src/tensor/magnitude.ts";
import { layoutMap } from "../../../src/page/tile/pixel_layout.ts";

const STOPS = [[0, 0, 200], [100, 100, 100], [200, 0, 0]] as const;

Deno.test("paintSigned() has zero in the middle, and leaves clear what is not finite", () => {
  const { numbers, error } = subtract(
    { numbers: Float32Array.of(2, 1, NaN), error: 0.25 },
    { numbers: Float32Array.of(1, 3, 0), error: 0.5 },
  );
  assert.equal(error, 0.75);
  assert.equal(findMagnitude(numbers), 2);
  const pixels = paintDifference(numbers, layoutMap([1, 3]), { most: 2, stops: STOPS });
  assert.deepEqual([...pixels], [150, 50, 50, 255, 0, 0, 200, 255, 0, 0, 0, 0]);
});

Deno.test("pickColour() stays within the map", () => {
  assert.deepEqual([-1, 0.5, 2].map((share) => pickColour(STOPS, share)), [
    STOPS[0],
    STOPS[1],
    STOPS[2],
  ]);
});
