import assert from "node:assert/strict";
import { type GridOptions, makeGrid } from "../../src/raster/grid.ts";
import {
  paintKernels,
  paintMaps,
  paintSheets,
  paintSigned,
  paintSlices,
  paintStrongest,
} from "../../src/raster/paint.ts";
import { quantize, type Rounding } from "../../src/raster/quantize.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { layoutSheet } from "../../src/raster/sheet.ts";
import { createRaster, fillPart } from "../../src/raster/tile_grid.ts";
import { findStrongestSlices } from "../../src/tensor/strongest_slices.ts";
import { sliceAt, type Tensor } from "../../src/tensor/tensor.ts";
import { createRandom } from "../support/random.ts";

const random = createRandom(81);

// Values of many sizes; some are not finite, and one tile is flat.
function wildTensor(dims: readonly number[]): Tensor {
  const count = dims.reduce((product, extent) => product * extent, 1);
  const data = Float32Array.from(
    random.floats(count, -1, 1),
    (value) => value * 10 ** random.whole(-6, 4),
  );
  for (const odd of [NaN, Infinity, -Infinity]) data[random.whole(0, count - 1)] = odd;
  data.fill(0.25, 0, count / dims[0]!);
  return { data, dims };
}

// The way of the library: floats in a grid, then levels.
function paintByGrid(
  tiles: Tensor,
  { rounding, ...options }: GridOptions & { readonly rounding: Rounding },
  channels: Raster["channels"],
): Raster {
  const grid = makeGrid(tiles, { normalize: true, ...options });
  const [, height = 0, width = 0] = grid.dims;
  const levels = quantize(grid, { rounding });
  const size = width * height;
  const data = Uint8Array.from(
    { length: channels * size },
    (_, i) => levels[(i % channels) * size + Math.floor(i / channels)]!,
  );
  return { width, height, channels, data };
}

function centre({ data }: Tensor): [number, number] {
  const most = Math.max(...data.filter(Number.isFinite).map(Math.abs)) || 1;
  return [-most, most];
}

const ROUNDINGS = ["save_image", "add_image"] as const;
const CASES = [1, 7].flatMap((count) => ROUNDINGS.map((rounding) => [count, rounding] as const));

for (const [count, rounding] of CASES) {
  const OPTIONS = { nrow: 3, padding: 2, padValue: 0.3, rounding };
  const what = `${count}, as ${rounding}`;

  Deno.test(`paintMaps() paints what makeGrid() and quantize() make of ${what}`, () => {
    const { data, dims: [, ...space] } = wildTensor([count, 5, 4]);
    const dims = [count, 1, ...space];
    assert.deepEqual(
      paintMaps({ data, dims: [count, ...space] }, OPTIONS),
      paintByGrid({ data, dims }, { ...OPTIONS, scaleEach: true }, 1),
    );
  });

  for (const channels of [1, 3] as const) {
    Deno.test(`paintKernels() paints what they make of ${what}, of ${channels} channels`, () => {
      const kernels = wildTensor([count, channels, 3, 4]);
      const expected = paintByGrid(kernels, { ...OPTIONS, scaleEach: true }, channels);
      assert.deepEqual(paintKernels(kernels, OPTIONS), expected);
    });
  }

  Deno.test(`paintSlices() paints what they make of each kernel of ${what}`, () => {
    const slices = 6;
    const kernels = wildTensor([count, slices, 3, 2]);
    const { width, data } = paintSlices(kernels, OPTIONS);
    for (let k = 0; k < count; k++) {
      const kernel = sliceAt(kernels, k);
      const tiles = { data: kernel.data, dims: [slices, 1, 3, 2] };
      const valueRange = centre(kernel);
      const row = paintByGrid(tiles, { ...OPTIONS, nrow: slices, valueRange }, 1);
      const from = width * k * (3 + OPTIONS.padding);
      assert.deepEqual(data.subarray(from, from + row.data.length), row.data);
    }
  });
}

function cut({ width, data }: Raster, left: number, top: number, side: number): number[] {
  return Array.from(
    { length: side ** 2 },
    (_, i) => data[(top + Math.floor(i / side)) * width + left + i % side]!,
  );
}

const SIDE = 3;
const sheets = { paintSheets, paintSigned, paintStrongest };

const SHEETS = Object.entries(sheets)
  .flatMap(([name, paint]) => ROUNDINGS.map((rounding) => [name, paint, rounding] as const));

for (const [name, paint, rounding] of SHEETS) {
  Deno.test(`${name}() paints each slice in mid grey as makeGrid() and ${rounding} do`, () => {
    const kernels = wildTensor([2, 6, SIDE, SIDE]);
    const raster = paint(kernels, { nrow: 1, padding: 1, rounding });
    const chosen = [0, 1].map((k) =>
      name === "paintStrongest"
        ? findStrongestSlices(sliceAt(kernels, k).data, 6).slices
        : [0, 1, 2, 3, 4, 5]
    );
    const size = { width: SIDE, height: SIDE };
    const { columns, ...sheet } = layoutSheet({ ...size, slices: chosen[0]!.length });
    for (const [k, slices] of chosen.entries()) {
      const kernel = sliceAt(kernels, k);
      for (const [place, slice] of slices.entries()) {
        const left = 1 + place % columns * (SIDE + 1);
        const top = 1 + k * (sheet.height + 1) + Math.floor(place / columns) * (SIDE + 1);
        const options = { valueRange: centre(kernel), rounding };
        const { data } = paintByGrid(sliceAt(kernel, slice), options, 1);
        assert.deepEqual(cut(raster, left, top, SIDE), [...data]);
        const gap = raster.data[top * raster.width + left - 1];
        if (place % columns > 0) assert.equal(gap, rounding === "add_image" ? 127 : 128);
      }
    }
  });
}

for (const rounding of ROUNDINGS) {
  Deno.test(`paintSigned() paints colours as makeGrid() and ${rounding} do`, () => {
    const tiles = wildTensor([1, 3, 4, 4]);
    const expected = paintByGrid(tiles, { valueRange: centre(tiles), rounding }, 3);
    assert.deepEqual(paintSigned(tiles, { rounding }), expected);
  });
}

Deno.test("fillPart() fills a part of a raster, and nothing beside it", () => {
  const raster = createRaster({ width: 4, height: 3 }, 1, { padValue: 1 });
  fillPart(raster, { left: 1, top: 1, width: 2, height: 1, half: 0.5 }, 0.5);
  assert.deepEqual([...raster.data], [
    ...[255, 255, 255, 255],
    ...[255, 128, 128, 255],
    ...[255, 255, 255, 255],
  ]);
});
