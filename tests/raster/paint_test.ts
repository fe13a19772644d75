import assert from "node:assert/strict";
import { layoutGrid } from "../../src/raster/grid_layout.ts";
import {
  paintKernels,
  paintMaps,
  paintMatrix,
  paintSheets,
  paintSigned,
  paintSlices,
  paintStrongest,
} from "../../src/raster/paint.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { layoutSheet } from "../../src/raster/sheet.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

const SIDE = 3;
const BITS = SIDE * SIDE;

// Slices of 3 x 3 weights that spell their own number: one weight is 1, one is -1, seven are its
// bits. So each has the same range, and a painted slice says which one it is.
function spellNumbers(dims: readonly number[]): Tensor {
  const count = dims.reduce((product, extent) => product * extent, 1);
  const data = Float32Array.from({ length: count * BITS }, (_, i) => {
    const place = i % BITS;
    const bit = place < 2 ? place : Math.floor(i / BITS) >> (place - 2) & 1;
    return 2 * bit - 1;
  });
  return { data, dims: [...dims, SIDE, SIDE] };
}

function readNumber({ width, channels, data }: Raster, left: number, top: number): number {
  const bits = Array.from({ length: BITS }, (_, i) => {
    const x = left + i % SIDE;
    const y = top + Math.floor(i / SIDE);
    return data[channels * (y * width + x)]! / 255;
  });
  assert.deepEqual(bits.slice(0, 2), [0, 1]);
  return bits.slice(2).reduce((sum, bit, i) => sum + bit * 2 ** i, 0);
}

function cornersOf(
  count: number,
  columns: number,
  tile: { width: number; height: number },
): number[][] {
  const { padding } = layoutGrid(count, tile);
  return Array.from({ length: count }, (_, i) => [
    padding + (i % columns) * (tile.width + padding),
    padding + Math.floor(i / columns) * (tile.height + padding),
  ]);
}

const slice = { width: SIDE, height: SIDE };

Deno.test("paintMaps() puts map k into tile k", () => {
  const maps = paintMaps(spellNumbers([20]), { nrow: 6 });
  assert.equal(maps.channels, 1);
  for (const [k, [left, top]] of cornersOf(20, 6, slice).entries()) {
    assert.equal(readNumber(maps, left!, top!), k);
  }
});

Deno.test("paintKernels() puts grey kernel k into tile k", () => {
  const kernels = paintKernels(spellNumbers([20, 1]), { nrow: 6 });
  assert.equal(kernels.channels, 1);
  for (const [k, [left, top]] of cornersOf(20, 6, slice).entries()) {
    assert.equal(readNumber(kernels, left!, top!), k);
  }
});

Deno.test("paintKernels() paints kernels of three channels in colour, each with its own range", () => {
  const kernels = {
    data: Float32Array.of(0, 1, 2, /* kernel 1, ten times as strong: */ 20, 10, 0),
    dims: [2, 3, 1, 1],
  };
  const raster = paintKernels(kernels, { padding: 0 });
  assert.equal(raster.channels, 3);
  assert.deepEqual([...raster.data], [0, 128, 255, 255, 128, 0]);
});

Deno.test("paintKernels() shows weights that read blue, green, red in their true colours", () => {
  const random = createRandom(20);
  const { data, dims } = randomTensor(random, [5, 3, 2, 4], -1, 1);
  const planes = Array.from({ length: 15 }, (_, i) => data.subarray(8 * i, 8 * (i + 1)));
  const reversed = [2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9, 14, 13, 12].flatMap((
    i,
  ) => [...planes[i]!]);
  const bgr = { data: Float32Array.from(reversed), dims };
  assert.deepEqual(
    paintKernels(bgr, { channels: "BGR" }),
    paintKernels({ data, dims }, { channels: "RGB" }),
  );
});

Deno.test("paintSlices() puts slice c of kernel k into row k and column c", () => {
  const [out, channels] = [12, 9];
  const raster = paintSlices(spellNumbers([out, channels]), {});
  assert.equal(raster.channels, 1);
  for (const [i, [left, top]] of cornersOf(out * channels, channels, slice).entries()) {
    const [k, c] = [Math.floor(i / channels), i % channels];
    assert.equal(readNumber(raster, left!, top!), k * channels + c);
  }
});

for (const [name, paint] of [["paintSlices", paintSlices], ["paintSheets", paintSheets]] as const) {
  Deno.test(`${name}() lets the slices of one kernel share its range, with zero in mid grey`, () => {
    const kernels = {
      data: Float32Array.of(0, 1, 2, -1, /* kernel 1: */ -9, 0, 9, 4.5),
      dims: [2, 4, 1, 1],
    };
    const { data } = paint(kernels, { padding: 0, nrow: 1 });
    assert.deepEqual([...data], [128, 191, 255, 64, 0, 128, 255, 191]);
  });

  Deno.test(`${name}() paints a kernel of zeros in mid grey`, () => {
    const { data } = paint({ data: new Float32Array(4), dims: [1, 4, 1, 1] }, { padding: 0 });
    assert.deepEqual([...data], [128, 128, 128, 128]);
  });

  Deno.test(`${name}() paints NaN black and infinities at the ends, the rest as ever`, () => {
    const data = Float32Array.of(NaN, 2, Infinity, -Infinity);
    const raster = paint({ data, dims: [1, 4, 1, 1] }, { padding: 0 });
    assert.deepEqual([...raster.data], [0, 255, 255, 0]);
  });
}

Deno.test("paintSheets() puts kernel k into tile k, and its slices nowhere else", () => {
  const [out, channels] = [10, 7];
  const raster = paintSheets(spellNumbers([out, channels]), { nrow: 4 });
  const sheet = layoutSheet({ slices: channels, ...slice });
  for (const [k, [left, top]] of cornersOf(out, 4, sheet).entries()) {
    for (let c = 0; c < channels; c++) {
      const x = left! + (c % sheet.columns) * (SIDE + sheet.gap);
      const y = top! + Math.floor(c / sheet.columns) * (SIDE + sheet.gap);
      assert.equal(readNumber(raster, x, y), k * channels + c);
    }
  }
});

Deno.test("paintStrongest() puts the four strongest slices of kernel k into tile k", () => {
  const [out, channels] = [3, 8];
  const kernels = spellNumbers([out, channels]);
  const strong = [1, 2, 5, 7];
  const data = kernels.data.map((value, i) =>
    strong.includes(Math.floor(i / BITS) % channels) ? value : 0
  );
  const raster = paintStrongest({ ...kernels, data }, { nrow: 2 });
  const sheet = layoutSheet({ slices: 4, ...slice });
  for (const [k, [left, top]] of cornersOf(out, 2, sheet).entries()) {
    for (const [place, c] of strong.entries()) {
      const x = left! + (place % 2) * (SIDE + sheet.gap);
      const y = top! + Math.floor(place / 2) * (SIDE + sheet.gap);
      assert.equal(readNumber(raster, x, y), k * channels + c);
    }
  }
});

Deno.test("paintStrongest() keeps the range of the whole kernel", () => {
  const data = Float32Array.of(0, 2, 2, 2, 2, -4, 0, 0); // slices of two weights
  const raster = paintStrongest({ data: Float32Array.of(...data, 1, 0), dims: [1, 5, 1, 2] }, {
    padding: 0,
  });
  const levels = new Set(raster.data);
  assert.deepEqual(levels, new Set([128, 191, 0, 159])); // 0, 2, -4 and 1 of -4 to 4
});

Deno.test("paintMatrix() paints zero in mid grey, and as black and white what is beyond the limit", () => {
  const data = new Float32Array(100); // one weight is far from the others: 3 √(99 · 1 + 400) ÷ 10
  data.forEach((_, i) => data[i] = i === 0 ? 20 : i % 2 ? 1 : -1);
  const { data: levels } = paintMatrix({ data, dims: [1, 1, 10, 10] }, {});
  const limit = 3 * Math.sqrt((99 + 400) / 100);
  const level = (value: number): number => Math.floor((value / limit + 1) / 2 * 255 + 0.5);
  assert.deepEqual([...levels.subarray(0, 3)], [255, level(1), level(-1)]);
});

Deno.test("paintStrongest() leaves few slices in their order, those of depths too", () => {
  for (const dims of [[2, 4, 3, 3], [2, 2, 3, 2, 2], [5, 1, 3, 3]]) {
    const kernels = randomTensor(createRandom(22), dims, -1, 1);
    assert.deepEqual(paintStrongest(kernels, {}), paintSheets(kernels, {}));
  }
});

Deno.test("paintStrongest() keeps the depths of a slice together", () => {
  const strong = [4, 0, 1, 3];
  const kernel = { data: new Float32Array(6 * 8), dims: [1, 6, 2, 2, 2] };
  strong.forEach((slice, i) => kernel.data.fill(4 - i, slice * 8, (slice + 1) * 8));
  const chosen = strong.flatMap((slice) => [...kernel.data.slice(slice * 8, (slice + 1) * 8)]);
  assert.deepEqual(
    paintStrongest(kernel, {}),
    paintSheets({ data: Float32Array.from(chosen), dims: [1, 4, 2, 2, 2] }, {}),
  );
});

Deno.test("paintKernels() paints a kernel with NaN black, and the others as ever", () => {
  const kernels = { data: Float32Array.of(NaN, 1, 2, /* kernel 1: */ 0, 1, 2), dims: [2, 3, 1, 1] };
  const { data } = paintKernels(kernels, { padding: 0 });
  assert.deepEqual([...data], [0, 0, 0, 0, 128, 255]);
});

Deno.test("paintMaps() gives each map of three axes its own range, gaps aside", () => {
  const maps = { data: Float32Array.of(5, 6, 7, 8), dims: [1, 2, 1, 2] }; // two depths of 1 x 2
  const { data } = paintMaps(maps, { padValue: 1 });
  assert.deepEqual([...data], [0, 85, /* the gap: */ 255, 170, 255]);
});

const painters = { paintKernels, paintSlices, paintSheets };

for (const [name, paint] of Object.entries(painters)) {
  Deno.test(`${name}() paints gaps at padValue`, () => {
    const kernels = { data: new Float32Array(2 * 3 * 4), dims: [2, 3, 2, 2] };
    const { width, data, channels } = paint(kernels, { padding: 1, padValue: 1 });
    assert(data.subarray(0, width * channels).every((level) => level === 255));
  });

  Deno.test(`${name}() leaves the kernels as they are`, () => {
    const kernels = randomTensor(createRandom(21), [4, 3, 3, 3], -1, 1);
    const before = kernels.data.slice();
    paint(kernels, { channels: "BGR" });
    assert.deepEqual(kernels.data, before);
  });
}

Deno.test("paintMaps() repeats the row of a map of one axis to a strip", () => {
  const maps = { data: Float32Array.of(0, 1, 2, 8, 6, 4), dims: [2, 3] };
  const { width, height, data } = paintMaps(maps, { nrow: 1, padding: 1 });
  assert.deepEqual([width, height], [5, 19]);
  for (let row = 0; row < 8; row++) {
    assert.deepEqual([...data.subarray(5 * (1 + row), 5 * (2 + row))], [0, 0, 128, 255, 0]);
    assert.deepEqual([...data.subarray(5 * (10 + row), 5 * (11 + row))], [0, 255, 128, 0, 0]);
  }
});

Deno.test("paintSigned() lays the channels of other than photos side by side", () => {
  const tiles = { data: Float32Array.of(-1, 0, 1, 0.5, -0.5, 0, 0, 1), dims: [1, 2, 2, 2] };
  const { width, height, channels, data } = paintSigned(tiles, {});
  assert.deepEqual([width, height, channels], [5, 2, 1]);
  assert.deepEqual([...data], [0, 128, 128, 64, 128, 255, 191, 128, 128, 255]);
});
