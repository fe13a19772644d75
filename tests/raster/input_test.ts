import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { parseRecipe } from "../support/recipe.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { seenBy, toInput } from "../../src/raster/input.ts";
import type { Raster } from "../../src/raster/raster.ts";

// Two pixels side by side: red 10, green 20, blue 30; then white.
const photo: Raster = {
  width: 2,
  height: 1,
  channels: 3,
  data: Uint8Array.of(10, 20, 30, 255, 255, 255),
};

// [preset, channel by channel: the value of the first pixel, of the second]
const cases = {
  imagenet: [
    [(10 / 255 - 0.485) / 0.229, (1 - 0.485) / 0.229],
    [(20 / 255 - 0.456) / 0.224, (1 - 0.456) / 0.224],
    [(30 / 255 - 0.406) / 0.225, (1 - 0.406) / 0.225],
  ],
  caffe: [[30 - 104, 255 - 104], [20 - 117, 255 - 117], [10 - 123, 255 - 123]], // blue first
  inception: [[2 * 10 / 255 - 1, 1], [2 * 20 / 255 - 1, 1], [2 * 30 / 255 - 1, 1]],
  unit: [[10 / 255, 1], [20 / 255, 1], [30 / 255, 1]],
  raw: [[10, 255], [20, 255], [30, 255]],
} as const;

for (const [name, channels] of Object.entries(cases)) {
  Deno.test(`toInput() gives the values of the preset ${name}`, () => {
    const { data, dims } = toInput(photo, presets[name as keyof typeof cases]);
    assert.deepEqual(dims, [3, 1, 2]);
    assert.deepEqual(data, Float32Array.from(channels.flat()));
  });
}

const grey = parseRecipe({ channels: "gray", rescale: 1, mean: 5, std: 2 });

Deno.test("toInput() gives a network that reads grey the luma", () => {
  const { data, dims } = toInput(photo, grey);
  const luma = Math.round(0.299 * 10 + 0.587 * 20 + 0.114 * 30); // 18.15
  assert.deepEqual(dims, [1, 1, 2]);
  assert.deepEqual([...data], [(luma - 5) / 2, (255 - 5) / 2]);
});

Deno.test('seenBy() makes grey as Pillow\'s convert("L") does', () => {
  const levels = Array.from({ length: 52 }, (_, i) => 5 * i);
  const colours = levels.flatMap((r) => levels.flatMap((g) => levels.flatMap((b) => [r, g, b])));
  const data = Uint8Array.from(colours);
  const seen = seenBy({ width: data.length / 3, height: 1, channels: 3, data }, grey);
  // Image.frombytes("RGB", (52 ** 3, 1), colours).convert("L").tobytes() of Pillow 9.4.0
  const golden = "b3226cf294959434d36b7d8a379876d4ce7253e41a1bed8511578ccc609b3e1b";
  assert.equal(createHash("sha256").update(seen.data).digest("hex"), golden);
  assert.equal(seenBy(seen, grey), seen);
  assert.deepEqual(toInput(seen, grey), toInput({ ...seen, channels: 3, data }, grey));
});

Deno.test("toInput() leaves the levels of a grey photo as they are", () => {
  const levels = Array.from({ length: 256 }, (_, level) => level);
  const data = Uint8Array.from(levels.flatMap((level) => [level, level, level]));
  const recipe = parseRecipe({ channels: "gray", rescale: 1 });
  const input = toInput({ width: 256, height: 1, channels: 3, data }, recipe);
  assert.deepEqual([...input.data], levels);
});

Deno.test("seenBy() shows a photo in colour where the network reads colours", () => {
  assert.equal(seenBy(photo, presets.imagenet), photo);
  assert.equal(seenBy(photo, presets.caffe), photo);
});

Deno.test("seenBy() shows a photo in grey where the network reads grey", () => {
  assert.deepEqual(seenBy(photo, grey), {
    width: 2,
    height: 1,
    channels: 1,
    data: Uint8Array.of(18, 255),
  });
});

Deno.test("toInput() gives a network that reads RGBA an opaque fourth channel", () => {
  const photo = { width: 1, height: 1, channels: 3 as const, data: Uint8Array.of(10, 20, 30) };
  const recipe = {
    ...presets.raw,
    channels: "RGBA" as const,
    mean: [0, 0, 0, 0],
    std: [1, 1, 1, 5],
  };
  assert.deepEqual(toInput(photo, recipe), {
    data: Float32Array.of(10, 20, 30, 51),
    dims: [4, 1, 1],
  });
});
