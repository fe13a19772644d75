import assert from "node:assert/strict";
import { measureSteepness } from "../../../src/analysis/map/sobel.ts";

function steepnessOf(
  height: number,
  width: number,
  at: (y: number, x: number) => number,
): number[] {
  const cells = Array.from(
    { length: height * width },
    (_, i) => at(Math.floor(i / width), i % width),
  );
  return [...measureSteepness({ data: Float64Array.from(cells), height, width }).data];
}

Deno.test("measureSteepness() gives 8 slopes inside a ramp, and half of it at its ends", () => {
  const steepness = steepnessOf(3, 4, (_, x) => 3 * x);
  assert.deepEqual(steepness, [12, 24, 24, 12, 12, 24, 24, 12, 12, 24, 24, 12]);
});

Deno.test("measureSteepness() measures across and down alike", () => {
  assert.equal(steepnessOf(5, 5, (y, x) => 3 * x + 4 * y)[12], 8 * 5);
  assert.equal(steepnessOf(5, 5, (y, x) => 4 * x - 3 * y)[12], 8 * 5);
});

Deno.test("measureSteepness() sees no edge in an even plane, not at its border either", () => {
  assert(steepnessOf(4, 3, () => 255).every((value) => value === 0));
});

Deno.test("measureSteepness() follows Sobel's weights around a single cell", () => {
  const diagonal = Math.fround(Math.SQRT2);
  assert.deepEqual(
    steepnessOf(5, 5, (y, x) => y === 2 && x === 2 ? 1 : 0),
    [
      [0, 0, 0, 0, 0],
      [0, diagonal, 2, diagonal, 0],
      [0, 2, 0, 2, 0],
      [0, diagonal, 2, diagonal, 0],
      [0, 0, 0, 0, 0],
    ].flat(),
  );
});
