import assert from "node:assert/strict";
import { BEYOND, paintPatch } from "../../src/raster/patch.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { resample } from "../../src/raster/resample.ts";

// Every pixel of 8 x 6 has its number as a level, in three channels.
const steps: Raster = {
  width: 8,
  height: 6,
  channels: 3,
  data: Uint8Array.from({ length: 3 * 48 }, (_, i) => 1 + Math.floor(i / 3)),
};

const levels = ({ data }: Raster): number[] => [...data].filter((_, i) => i % 3 === 0);

Deno.test("paintPatch() shows a part of its tile's size as it is", () => {
  const part = { left: 2, top: 1, width: 3, height: 2 };
  const tile = paintPatch(steps, part, { width: 3, height: 2 });
  assert.deepEqual(levels(tile), [11, 12, 13, 19, 20, 21]);
  assert.equal(tile.channels, 3);
});

Deno.test("paintPatch() shows grey where a part reaches beyond the photo", () => {
  const part = { left: -1, top: 5, width: 3, height: 2 };
  const shown = levels(paintPatch(steps, part, { width: 3, height: 2 }));
  assert.deepEqual(shown, [BEYOND, 41, 42, BEYOND, BEYOND, BEYOND]);
});

Deno.test("paintPatch() shows all of a photo along an axis along which the part is longer", () => {
  const part = { left: 3, top: -9, width: 2, height: 20 };
  const shown = levels(paintPatch(steps, part, { width: 2, height: 6 }));
  assert.deepEqual(shown, [4, 5, 12, 13, 20, 21, 28, 29, 36, 37, 44, 45]);
});

Deno.test("paintPatch() shrinks a part to its tile as photos are resized", () => {
  const part = { left: 2, top: 1, width: 4, height: 4 };
  const whole = paintPatch(steps, part, { width: 4, height: 4 });
  const small = { width: 2, height: 2 };
  assert.deepEqual(paintPatch(steps, part, small), resample(whole, small, { kernel: "bilinear" }));
});

Deno.test("paintPatch() sets a photo into the middle of a tile of another shape", () => {
  const tile = paintPatch(steps, null, { width: 8, height: 8 });
  const margin = Array<number>(8).fill(BEYOND);
  assert.deepEqual(levels(tile), [...margin, ...levels(steps), ...margin]);
});
