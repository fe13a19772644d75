import assert from "node:assert/strict";
import { measureHueAxis } from "../../../src/analysis/kernel/hue_axis.ts";
import { assertNear, colourKernel } from "../../support/analysis/kernels.ts";

const AXES = {
  "red–cyan": [[1, 0, 0], [0, 1, 1], 0],
  "yellow–blue": [[1, 1, 0], [0, 0, 1], 60],
  "green–magenta": [[0, 1, 0], [1, 0, 1], 120],
  "orange–azure": [[2, 1, 0], [0, 1, 2], 30],
} as const;

for (const [name, [one, other, angle]] of Object.entries(AXES)) {
  Deno.test(`measureHueAxis() of ${name} is ${angle}°, in either sign`, () => {
    for (const colour of [one, other]) {
      const negative = [-colour[0], -colour[1], -colour[2]] as const;
      assertNear(measureHueAxis(colourKernel(colour)), angle);
      assertNear(measureHueAxis(colourKernel(negative, colour)), angle);
    }
  });
}

Deno.test("measureHueAxis() follows the axis of most energy", () => {
  assertNear(measureHueAxis(colourKernel([3, 0, 0], [0, 0, 0.1])), 0, 1);
});

Deno.test("measureHueAxis() stays below 180°", () => {
  const hue = measureHueAxis(colourKernel([1, -1e-9, 1e-9]))!;
  assert(hue >= 0 && hue < 180);
});

Deno.test("measureHueAxis() has no meaning for greys, for zeros and where no axis leads", () => {
  assert.equal(measureHueAxis(colourKernel([1, 1, 1.1])), null);
  assert.equal(measureHueAxis(colourKernel([0, 0, 0])), null);
  assert.equal(measureHueAxis(colourKernel([1, 0, 0], [0, 1, 0], [0, 0, 1])), null);
});
