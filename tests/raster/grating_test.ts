import assert from "node:assert/strict";
import { paintGrating, paintGrey, paintHueSheet } from "../../src/raster/grating.ts";

const size = { width: 48, height: 24 };

function levelAt({ data }: { readonly data: Uint8Array }, x: number, y: number): number[] {
  const at = 3 * (y * size.width + x);
  return [...data.subarray(at, at + 3)];
}

Deno.test("paintGrey() paints the middle level", () => {
  const { width, height, channels, data } = paintGrey(size);
  assert.deepEqual([width, height, channels, data.length], [48, 24, 3, 3 * 48 * 24]);
  assert.deepEqual(new Set(data), new Set([128]));
});

Deno.test("paintGrating() paints stripes along their orientation, from black to white", () => {
  const lying = paintGrating(size, { orientation: 0, frequency: 1 / 8 });
  assert.deepEqual(levelAt(lying, 0, 0), [255, 255, 255]);
  assert.deepEqual(levelAt(lying, 31, 0), [255, 255, 255]);
  assert.deepEqual(levelAt(lying, 7, 4), [0, 0, 0]);
  assert.deepEqual(levelAt(lying, 7, 8), [255, 255, 255]);
  const standing = paintGrating(size, { orientation: 90, frequency: 1 / 8 });
  assert.deepEqual(levelAt(standing, 0, 17), [255, 255, 255]);
  assert.deepEqual(levelAt(standing, 4, 17), [0, 0, 0]);
  const rising = paintGrating(size, { orientation: 45, frequency: Math.SQRT1_2 / 8 });
  assert.deepEqual(levelAt(rising, 5, 3), levelAt(rising, 6, 2)); // like /
  assert.deepEqual(levelAt(rising, 4, 0), levelAt(rising, 0, 4));
  assert.notDeepEqual(levelAt(rising, 5, 3), levelAt(rising, 6, 4));
});

Deno.test("paintHueSheet() paints fields of one hue on grey, the levels of which add up alike", () => {
  const wave = { orientation: 90, frequency: 1 / 8 };
  const fields = [null, wave, null, null, null, null, null, null, null];
  const sums = (hue: number) => {
    const { data } = paintHueSheet(size, { hue, fields });
    return [...data.keys()].filter((i) => i % 3 === 0).map((i) =>
      data[i]! + data[i + 1]! + data[i + 2]!
    );
  };
  for (const hue of [0, 60, 120, 180, 240, 300]) {
    const all = sums(hue);
    assert(Math.max(...all) - Math.min(...all) <= 2, `${hue}`);
  }
  const red = paintHueSheet(size, { hue: 0, fields });
  assert.deepEqual(levelAt(red, 0, 0), [255, 64, 64]);
  assert.deepEqual(levelAt(red, 16, 0), [255, 64, 64]); // the crest of the wave,
  assert.deepEqual(levelAt(red, 20, 0), [128, 128, 128]); // and its trough
  assert.deepEqual(levelAt(paintHueSheet(size, { hue: 120, fields }), 0, 0), [64, 255, 64]);
  assert.deepEqual(levelAt(paintHueSheet(size, { hue: 60, fields }), 0, 0), [191, 191, 0]);
});
