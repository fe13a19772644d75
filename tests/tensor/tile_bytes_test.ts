import assert from "node:assert/strict";
import {
  type DecodedTiles,
  decodeTiles,
  encodeTiles,
  type TileBytes,
  type TileOptions,
} from "../../src/tensor/tile_bytes.ts";
import { roundTile } from "../../src/tensor/tile_step.ts";
import { createRandom } from "../support/random.ts";
import { assertWithin } from "../support/within.ts";

const random = createRandom(77);

// Sums of twelve numbers are next to normal.
function normal(count: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: count }, () => {
    return random.floats(12, -0.5, 0.5).reduce((sum, each) => sum + each, 0);
  });
}

function wave(width: number, height: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: width * height }, (_, i) => {
    return Math.sin((i % width) / 9) * Math.cos(Math.floor(i / width) / 7);
  });
}

// [what, tiles one after the other, dims of a tile]
const cases: readonly [string, Float32Array<ArrayBuffer>, readonly number[]][] = [
  ["normal numbers", normal(4 * 576), [64, 3, 3]],
  ["a smooth map", wave(56, 56), [56, 56]],
  ["smooth maps of several depths", wave(20, 60), [3, 20, 20]],
  ["few numbers", normal(4 * 9), [1, 3, 3]],
  ["single numbers", normal(100), []],
  ["numbers along one axis", normal(2 * 400), [400]],
  ["a column", normal(50), [50, 1]],
  ["a tile that is the same everywhere", new Float32Array(9).fill(0.1), [9]],
  ["what is not finite", Float32Array.of(NaN, Infinity, -Infinity, 1, 2, 3), [6]],
  ["nothing that is finite", Float32Array.of(NaN, Infinity, -Infinity, NaN), [2, 2]],
  ["one number far from all others", Float32Array.of(...normal(99), 1e12), [100]],
  ["the smallest numbers", Float32Array.of(2 ** -149, -(2 ** -148), 0, 2 ** -140), [4]],
  ["the largest numbers", Float32Array.of(3e38, -3e38, 1, 0), [4]],
  ["far from zero", normal(400).map((each) => 1000 + each / 100), [400]],
  ["nothing", new Float32Array(0), [3, 3]],
];

interface Coded extends DecodedTiles, TileBytes {
  /** How many numbers a tile has. */
  readonly size: number;
}

function code(
  data: Float32Array<ArrayBuffer>,
  dims: readonly number[],
  options: TileOptions,
): Coded {
  const size = dims.reduce((product, extent) => product * extent, 1);
  const { bytes, error } = encodeTiles(data, dims, options);
  const tiles = decodeTiles(bytes, data.length / size, dims);
  return { ...tiles, size, bytes, error };
}

for (const [what, data, dims] of cases) {
  Deno.test(`decodeTiles() gives ${what} within the errors that it tells`, () => {
    for (const rectified of [false, true]) {
      const { numbers, errors, size, error } = code(data, dims, { exact: false, rectified });
      assert.equal(numbers.length, data.length);
      errors.forEach((each, t) => {
        const [from, to] = [t * size, (t + 1) * size];
        assertWithin(numbers.slice(from, to), data.slice(from, to), each);
        assert(each <= error * (1 + 1e-3));
      });
    }
  });

  Deno.test(`decodeTiles() gives ${what} to the bit where they are kept so`, () => {
    const { numbers, errors, error } = code(data, dims, { exact: true });
    assert.deepEqual(new Uint32Array(numbers.buffer), new Uint32Array(data.slice().buffer));
    assert.deepEqual([error, ...errors], [0, ...errors.map(() => 0)]);
  });
}

Deno.test("decodeTiles() keeps the bits of what is no number", () => {
  const quiet = new Float32Array(Uint32Array.of(0x7fc00001, 0xffc12345).buffer);
  const { numbers } = code(quiet, [2], { exact: true });
  assert.deepEqual(new Uint32Array(numbers.buffer), new Uint32Array(quiet.buffer));
});

Deno.test("encodeTiles() keeps exactly what steps cannot tell, and what is the same everywhere", () => {
  const off = normal(99).map((each) => each - 1000); // but one of them is off behind a Relu
  const rare = code(Float32Array.of(...off, 1e-3), [100], { exact: false, rectified: true });
  assert.deepEqual([...rare.errors, rare.numbers[99]], [0, Math.fround(1e-3)]);
  const flat = code(new Float32Array(9).fill(0.1), [9], { exact: false });
  assert.deepEqual([...flat.errors, flat.numbers[3]], [0, Math.fround(0.1)]);
});

Deno.test("encodeTiles() takes steps of a thousandth of the range at most", () => {
  const data = normal(200_000);
  const [low, high] = [Math.min(...data.subarray(0, 9e4)), Math.max(...data.subarray(0, 9e4))];
  const { error } = code(data, [200_000], { exact: false });
  assert(error < 1.3 * (high - low) / 2046);
  const loose = code(data, [200_000], { exact: false, loose: true });
  assert(loose.error > 0.9 * (high - low) / 1022 && loose.error < 1.3 * (high - low) / 1022);
});

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, each, i) => sum + each * b[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function rectify(data: Float32Array): Float32Array {
  return data.map((each) => Math.max(0, each));
}

Deno.test("encodeTiles() moves no cosine of two tiles by 1e-4", () => {
  for (const size of [9, 25, 64, 49, 576, 3136]) {
    const count = 40;
    const mixed = normal(count * size).map((each, i) => each + Math.sin(i % size) * (i % 3) - 1);
    const { numbers } = code(mixed, [size], { exact: false, rectified: true });
    const tile = (of: Float32Array, t: number) => of.subarray(t * size, (t + 1) * size);
    for (let t = 1; t < count; t++) {
      const off = cosine(tile(numbers, 0), tile(numbers, t)) -
        cosine(tile(mixed, 0), tile(mixed, t));
      assert(Math.abs(off) < 1e-4, `${size} numbers: ${off}`);
      const [a, b] = [0, t].map((t) => rectify(tile(mixed, t))) as [Float32Array, Float32Array];
      if (!a.some(Boolean) || !b.some(Boolean)) continue;
      const above = cosine(rectify(tile(numbers, 0)), rectify(tile(numbers, t))) - cosine(a, b);
      assert(Math.abs(above) < 1e-4, `${size} rectified numbers: ${above}`);
    }
  }
});

// Half of each map is even, and rounded to the same side it would move them together.
Deno.test("encodeTiles() moves no cosine of two maps that are even in part by 1e-4", () => {
  const side = 128;
  const maps = Array.from({ length: 12 }, (_, t) => {
    const noise = normal(side * side);
    const even = 0.1 + t / 30;
    return noise.map((each, i) => i % side < side / 2 ? even : each + t / 5);
  });
  const kept = maps.map((map) => code(map, [side, side], { exact: false }).numbers);
  for (let t = 1; t < maps.length; t++) {
    const off = cosine(kept[0]!, kept[t]!) - cosine(maps[0]!, maps[t]!);
    assert(Math.abs(off) < 1e-4, String(off));
  }
});

Deno.test("decodeTiles() refuses bytes that are not those of whole tiles", () => {
  const { bytes } = encodeTiles(normal(20), [10], { exact: false });
  assert.throws(() => decodeTiles(bytes.slice(0, -1), 2, [10]), SyntaxError);
  assert.throws(() => decodeTiles(bytes, 1, [10]), SyntaxError);
});

Deno.test("roundTile() gives the numbers that decodeTiles() gives of single weights", () => {
  for (const data of [normal(64), wave(20, 20), new Float32Array(9).fill(0.1)]) {
    const { numbers } = code(data, [data.length, 1], { exact: false });
    assert.deepEqual(roundTile(data), numbers);
  }
  const odd = Float32Array.of(NaN, 1, Infinity, 2, 3);
  assert.deepEqual(roundTile(odd), code(odd, [5, 1], { exact: false }).numbers);
});

Deno.test("encodeTiles() keeps coarse numbers within half a 255th of the range of their tile", () => {
  const tile = Float32Array.from({ length: 900 }, (_, i) => Math.sin(i * i) * (1 + i));
  const [low, high] = [Math.min(...tile), Math.max(...tile)];
  const { bytes, error } = encodeTiles(tile, [30, 30], { exact: false, coarse: true });
  assert(Math.abs(error - (high - low) / 510) < 1e-3);
  const { numbers } = decodeTiles(bytes, 1, [30, 30]);
  numbers.forEach((number, i) => assert(Math.abs(number - tile[i]!) <= error));
});
