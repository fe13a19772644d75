import assert from "node:assert/strict";
import { layoutBars, MIX_TILE, paintMix } from "../../src/raster/mix.ts";
import type { Raster } from "../../src/raster/raster.ts";

const [BELOW, ZERO, ABOVE] = [38, 128, 217];

// How long each bar of tile k is, upwards above zero; all else of the tile is zero.
function readBars({ width, data }: Raster, k: number, weights: number): number[] {
  const bars = layoutBars(weights);
  const left = k * MIX_TILE.width;
  const column = (x: number): number[] =>
    Array.from({ length: MIX_TILE.height }, (_, y) => data[y * width + left + x]!);
  const lengths = Array.from({ length: bars.count }, (_, i) => {
    const levels = column(bars.left + i * bars.step);
    for (let x = 1; x < bars.width; x++) {
      assert.deepEqual(column(bars.left + i * bars.step + x), levels);
    }
    const [above, below] = [levels.slice(0, 13), levels.slice(13)];
    const up = above.filter((level) => level === ABOVE).length;
    const down = below.filter((level) => level === BELOW).length;
    assert.deepEqual(above, [...Array(13 - up).fill(ZERO), ...Array(up).fill(ABOVE)]);
    assert.deepEqual(below, [...Array(down).fill(BELOW), ...Array(13 - down).fill(ZERO)]);
    return up - down;
  });
  const own = Array.from({ length: MIX_TILE.width }, (_, x) => x).filter((x) => {
    const within = (x - bars.left) % bars.step;
    return x < bars.left || x >= bars.left + bars.count * bars.step || within >= bars.width;
  });
  for (const x of own) assert.deepEqual(new Set(column(x)), new Set([ZERO]));
  return lengths;
}

const alone = { padding: 0 };

Deno.test("paintMix() paints the eight strongest weights as bars, the largest first", () => {
  const data = Float32Array.from({ length: 20 }, (_, i) => (i % 2 ? 1 : -1) * (i + 1) / 20);
  const raster = paintMix({ data, dims: [1, 20, 1, 1] }, alone);
  // Of 20, 19, …, 13: their shares of 13 pixels, rounded up.
  assert.deepEqual(readBars(raster, 0, 20), [13, -13, 12, -12, 11, -10, 10, -9]);
});

Deno.test("paintMix() gives each kernel its own range, along any number of axes", () => {
  const data = Float32Array.of(1, -0.5, /* kernel 1: */ 0, -8);
  for (const dims of [[2, 2, 1], [2, 2, 1, 1], [2, 2, 1, 1, 1]]) {
    const raster = paintMix({ data, dims }, alone);
    assert.deepEqual([0, 1].map((k) => readBars(raster, k, 2)), [[13, -7], [-13, 0]]);
  }
});

Deno.test("paintMix() leaves tiles of zeros empty, and weights that are not finite out", () => {
  const data = Float32Array.of(0, 0, 0, /* kernel 1: */ NaN, 2, -Infinity);
  const raster = paintMix({ data, dims: [2, 3, 1, 1] }, alone);
  assert.deepEqual([0, 1].map((k) => readBars(raster, k, 3)), [[0, 0, 0], [13, 0, 0]]);
});

Deno.test("layoutBars() keeps the bars within the tile, with a gap between them", () => {
  for (let weights = 1; weights < 12; weights++) {
    const { count, left, width, step } = layoutBars(weights);
    assert.equal(count, Math.min(8, weights));
    assert.ok(left >= 0 && left + (count - 1) * step + width <= MIX_TILE.width);
    assert.equal(step - width, 1);
  }
});
