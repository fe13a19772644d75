import assert from "node:assert/strict";
import { makeGrid } from "../../src/raster/grid.ts";
import { layoutGrid } from "../../src/raster/grid_layout.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { createRandom, type Random } from "../support/random.ts";
import { countingTensor, randomTensor } from "../support/tensors.ts";

const ROUNDS = 100;

interface Example {
  readonly count: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly nrow: number;
  readonly padding: number;
}

function pickExample(random: Random): Example {
  return {
    count: random.whole(1, 20),
    channels: random.whole(1, 4),
    height: random.whole(1, 7),
    width: random.whole(1, 7),
    nrow: random.whole(1, 10),
    padding: random.whole(0, 3),
  };
}

function dimsOf({ count, channels, height, width }: Example): number[] {
  return [count, channels, height, width];
}

// Where torchvision puts the image of an index: written from its documentation, not from src/.
function cornerOf(index: number, { count, nrow, padding, width, height }: Example): number[] {
  if (count === 1) return [0, 0];
  const columns = Math.min(nrow, count);
  const left = padding + (index % columns) * (width + padding);
  return [left, padding + Math.floor(index / columns) * (height + padding)];
}

function valueAt({ data, dims }: Tensor, ...at: readonly number[]): number {
  return data[at.reduce((position, index, axis) => position * dims[axis]! + index, 0)]!;
}

Deno.test("makeGrid() puts every pixel of every image once at its place", () => {
  const random = createRandom(10);
  for (let round = 0; round < ROUNDS; round++) {
    const example = pickExample(random);
    const input = countingTensor(dimsOf(example));
    const grid = makeGrid(input, { ...example, padValue: -1 });
    let seen = 0;
    for (let k = 0; k < example.count; k++) {
      const [left = 0, top = 0] = cornerOf(k, example);
      for (let c = 0; c < example.channels; c++) {
        for (let y = 0; y < example.height; y++) {
          for (let x = 0; x < example.width; x++, seen++) {
            assert.equal(valueAt(grid, c, top + y, left + x), valueAt(input, k, c, y, x));
          }
        }
      }
    }
    const planes = example.channels === 1 ? 3 : 1; // grey comes back three times
    assert.equal(grid.data.filter((value) => value !== -1).length, planes * seen);
  }
});

Deno.test("makeGrid() leaves gaps and unused cells at padValue", () => {
  const grid = makeGrid(
    { data: Float32Array.of(0.25, 0.5, 0.75), dims: [3, 1, 1, 1] },
    { nrow: 2, padding: 1, padValue: 9, normalize: true, valueRange: [0, 1] },
  );
  assert.deepEqual(grid.dims, [3, 5, 5]);
  assert.deepEqual([...grid.data.subarray(0, 25)], [
    ...[9, 9, 9, 9, 9],
    ...[9, 0.25, 9, 0.5, 9],
    ...[9, 9, 9, 9, 9],
    ...[9, 0.75, 9, 9, 9],
    ...[9, 9, 9, 9, 9],
  ]);
});

Deno.test("makeGrid() keeps values within 0 ... 1 when it normalises", () => {
  const random = createRandom(11);
  for (let round = 0; round < ROUNDS; round++) {
    const example = pickExample(random);
    const low = random.whole(-1000, 1000);
    const input = randomTensor(random, dimsOf(example), low, low + random.whole(0, 1000));
    for (const scaleEach of [false, true]) {
      const grid = makeGrid(input, { ...example, normalize: true, scaleEach });
      assert(grid.data.every((value) => value >= 0 && value <= 1));
    }
  }
});

Deno.test("makeGrid() reaches 0 and 1 in every image that it scales by its own range", () => {
  const random = createRandom(12);
  const options = { padding: 0, nrow: 1, normalize: true, scaleEach: true };
  const { data } = makeGrid(randomTensor(random, [9, 3, 4, 5], -3, 7), options);
  for (let k = 0; k < 9; k++) {
    const image = [0, 1, 2].flatMap((
      c,
    ) => [...data.subarray(20 * (9 * c + k), 20 * (9 * c + k + 1))]);
    assert.equal(Math.min(...image), 0);
    assert.equal(Math.max(...image), 1);
  }
});

Deno.test("makeGrid() takes images that are all one value for black", () => {
  const flat = { data: new Float32Array(2 * 9).fill(5), dims: [2, 1, 3, 3] };
  assert(makeGrid(flat, { normalize: true }).data.every((value) => value === 0));
});

Deno.test("makeGrid() marks nothing as NaN but the image that holds one", () => {
  const input = { data: Float32Array.of(NaN, 1, 2, 3), dims: [2, 1, 1, 2] };
  const options = { padding: 0, normalize: true };
  assert.deepEqual([...makeGrid(input, options).data.subarray(0, 4)], [NaN, NaN, NaN, NaN]);
  const each = makeGrid(input, { ...options, scaleEach: true });
  assert.deepEqual([...each.data.subarray(0, 4)], [NaN, NaN, 0, 1]);
});

Deno.test("makeGrid() leaves the caller's data as they are", () => {
  const random = createRandom(13);
  const input = randomTensor(random, [5, 3, 4, 4], -2, 2);
  const before = input.data.slice();
  makeGrid(input, { normalize: true, scaleEach: true, padValue: 1 });
  assert.deepEqual(input.data, before);
});

Deno.test("makeGrid() gives data of its own, even for one image", () => {
  const input = countingTensor([3, 2, 2]);
  const grid = makeGrid(input);
  assert.deepEqual(grid, input);
  assert.notEqual(grid.data.buffer, input.data.buffer);
});

Deno.test("makeGrid() takes a list of images for the tensor of them", () => {
  const input = countingTensor([4, 3, 2, 2]);
  const list = [0, 1, 2, 3].map((k) => {
    return { data: input.data.slice(12 * k, 12 * (k + 1)), dims: [3, 2, 2] };
  });
  assert.deepEqual(makeGrid(list), makeGrid(input));
});

Deno.test("makeGrid() repeats grey images as red, green and blue", () => {
  const { data, dims } = makeGrid(countingTensor([2, 2]));
  assert.deepEqual(dims, [3, 2, 2]);
  assert.deepEqual([...data], [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
});

const one = countingTensor([1, 1, 2, 2]);

// [what, call, error]
const refusals: readonly [string, () => Tensor, { name: string; message: string }][] = [
  [
    "a scalar",
    () => makeGrid({ data: Float32Array.of(1), dims: [] }),
    {
      name: "TypeError",
      message: "Cannot make grid of a tensor of dims []: 2, 3 or 4 axes are expected",
    },
  ],
  [
    "a tensor of no images",
    () => makeGrid({ data: new Float32Array(0), dims: [0, 3, 2, 2] }),
    { name: "RangeError", message: "Cannot make grid: there is no image" },
  ],
  [
    "an empty list",
    () => makeGrid([]),
    { name: "RangeError", message: "Cannot make grid: there is no image" },
  ],
  [
    "images of two shapes",
    () => makeGrid([countingTensor([1, 2, 2]), countingTensor([1, 2, 3])]),
    {
      name: "TypeError",
      message: "Cannot make grid of images of dims [1,2,2] and [1,2,3]: one shape is expected",
    },
  ],
  [
    "data that do not fill the dims",
    () => makeGrid([{ data: new Float32Array(3), dims: [1, 2, 2] }]),
    {
      name: "TypeError",
      message: "Cannot make grid of an image of dims [1,2,2]: it has 3 elements",
    },
  ],
  [
    "an nrow of 0",
    () => makeGrid(one, { nrow: 0 }),
    {
      name: "RangeError",
      message: "Cannot make grid: nrow must be a whole number >= 1, current value is 0",
    },
  ],
  [
    "a padding of 1.5",
    () => makeGrid(one, { padding: 1.5 }),
    {
      name: "RangeError",
      message: "Cannot make grid: padding must be a whole number >= 0, current value is 1.5",
    },
  ],
];

for (const [what, call, error] of refusals) {
  Deno.test(`makeGrid() refuses ${what}`, () => {
    assert.throws(call, error);
  });
}

Deno.test("layoutGrid() gives the size of the grid that makeGrid() makes", () => {
  const random = createRandom(14);
  for (let round = 0; round < ROUNDS; round++) {
    const example = pickExample(random);
    const { width, height } = layoutGrid(example.count, example, example);
    const { dims } = makeGrid(countingTensor(dimsOf(example)), example);
    assert.deepEqual(dims.slice(1), [height, width]);
  }
});

Deno.test("layoutGrid() gives no padding to a single image", () => {
  const layout = layoutGrid(1, { width: 5, height: 4 }, { padding: 3, nrow: 2 });
  assert.deepEqual(layout, { width: 5, height: 4, columns: 1, rows: 1, padding: 0 });
});
