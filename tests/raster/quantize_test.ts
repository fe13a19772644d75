import assert from "node:assert/strict";
import { quantize } from "../../src/raster/quantize.ts";

function levelsOf(values: readonly number[], rounding?: "save_image" | "add_image"): number[] {
  const grid = { data: Float32Array.from(values), dims: [values.length] };
  return [...quantize(grid, rounding === undefined ? {} : { rounding })];
}

const levels = Array.from({ length: 256 }, (_, level) => level);

Deno.test("quantize() gives every level n back from n / 255", () => {
  assert.deepEqual(levelsOf(levels.map((level) => level / 255)), levels);
});

Deno.test("quantize() rounds half up as save_image does", () => {
  // save_image: torch.tensor([…]).mul(255).add_(0.5).clamp_(0, 255).to(torch.uint8)
  assert.deepEqual(levelsOf([0.4999 / 255, 0.5 / 255, 1.4999 / 255, 1.5 / 255]), [0, 1, 1, 2]);
  assert.deepEqual(levelsOf([0.5, 254.4999 / 255, 254.5 / 255]), [128, 254, 255]);
});

Deno.test("quantize() cuts the fraction off as add_image does", () => {
  assert.deepEqual(levelsOf([0.5, 0.999, 1, 1.999 / 255], "add_image"), [127, 254, 255, 1]);
});

for (const rounding of ["save_image", "add_image"] as const) {
  Deno.test(`quantize() clamps what lies outside with ${rounding}`, () => {
    assert.deepEqual(levelsOf([-0.1, -1e30, 1.1, 1e30, -0], rounding), [0, 0, 255, 255, 0]);
  });

  Deno.test(`quantize() turns NaN into 0 and infinities into the ends with ${rounding}`, () => {
    assert.deepEqual(levelsOf([NaN, Infinity, -Infinity], rounding), [0, 255, 0]);
  });

  Deno.test(`quantize() never falls as values rise with ${rounding}`, () => {
    const steps = levelsOf(Array.from({ length: 5001 }, (_, i) => i / 5000), rounding);
    assert(steps.every((level, i) => i === 0 || level >= steps[i - 1]!));
  });
}
