import assert from "node:assert/strict";
import { measurePhoto, readPlace } from "../../src/tally/photo_numbers.ts";
import { BIN_COUNT, edgeOf } from "../../src/tally/value_bins.ts";
import { createValueCounts, readBinCounts } from "../../src/tally/value_counts.ts";
import { createRandom } from "../support/random.ts";

const [WIDTH, HEIGHT] = [9, 7];
const CELLS = WIDTH * HEIGHT;
const ODD = [0, -0, NaN, Infinity, -Infinity, 1e-45, -1e-45, 1e-39, 2 ** -20, 3e38, -3e38, 1, -1];

const random = createRandom(31);
const maps = [
  random.floats(CELLS, -3, 3),
  random.floats(CELLS, -3, 3).map((value) => Math.max(0, value)),
  random.floats(CELLS).map((value) => ODD[Math.floor(value * ODD.length)]!),
  new Float32Array(CELLS),
  new Float32Array(CELLS).fill(NaN),
  new Float32Array(CELLS).fill(-2),
];

const counted = createValueCounts(maps.length);
const extent = { cells: CELLS, width: WIDTH };
const numbers = measurePhoto(Float32Array.from(maps.flatMap((map) => [...map])), extent, counted);
const { above, below } = readBinCounts(counted);

for (const [kernel, map] of maps.entries()) {
  const finite = [...map].filter(Number.isFinite);

  Deno.test(`measurePhoto() gives the numbers of map ${kernel} as a plain computation does`, () => {
    const largest = Math.max(...finite); // -Infinity of none
    assert.equal(numbers.strongest[kernel], largest);
    assert.equal(numbers.weakest[kernel], Math.min(...finite));
    const { x, y } = readPlace(numbers.places[kernel]!);
    if (finite.length > 0) assert.equal(y * WIDTH + x, map.indexOf(largest));
    assert.equal(numbers.sums[kernel], finite.reduce((sum, value) => sum + value, 0));
    assert.equal(numbers.squares[kernel], finite.reduce((sum, value) => sum + value * value, 0));
    assert.equal(numbers.on[kernel], finite.filter((value) => value > 0).length);
    assert.equal(numbers.nonFinite[kernel], CELLS - finite.length);
  });

  Deno.test(`values of map ${kernel} are counted by the edges of bins`, () => {
    const own = (bins: Uint32Array): number[] => [
      ...bins.subarray(kernel * BIN_COUNT, (kernel + 1) * BIN_COUNT),
    ];
    assert.deepEqual(own(above), countByEdges(finite));
    assert.deepEqual(own(below!), countByEdges(finite.map((value) => -value)));
  });
}

function countByEdges(values: readonly number[]): number[] {
  const counts = Array<number>(BIN_COUNT).fill(0);
  for (const value of values.filter((value) => value > 0)) {
    const bin = counts.findIndex((_, i) => value < edgeOf(i + 1));
    counts[bin < 0 ? BIN_COUNT - 1 : bin]!++;
  }
  return counts;
}

// Those that are measured in one go, in several, and as parts; as many as lanes, more and fewer.
const SIZES = [[1, 1], [27, 1], [70, 5], [3, 3], [33, 169], [7, 3136], [2, 1 << 14], [2, 40_001]];

for (const [kernels, cells] of SIZES as [number, number][]) {
  Deno.test(`measurePhoto() gives the numbers of ${kernels} maps of ${cells} cells`, () => {
    const values = random.floats(kernels * cells, -3, 3).map((value, i) =>
      value < -2.9 ? ODD[i % ODD.length]! : Math.max(0, value)
    );
    const found = measurePhoto(values, { cells, width: cells }, createValueCounts(kernels));
    for (let kernel = 0; kernel < kernels; kernel++) {
      const map = values.subarray(kernel * cells, (kernel + 1) * cells);
      const finite = map.filter(Number.isFinite);
      const largest = finite.reduce((most, value) => value > most ? value : most, -Infinity);
      const smallest = finite.reduce((least, value) => value < least ? value : least, Infinity);
      assert.ok(Object.is(found.strongest[kernel], largest)); // of 0 and -0 the first
      assert.ok(Object.is(found.weakest[kernel], smallest));
      assert.equal(readPlace(found.places[kernel]!).x, Math.max(0, map.indexOf(largest)));
      assert.equal(found.sums[kernel], [...finite].reduce((sum, value) => sum + value, 0));
      assert.equal(found.squares[kernel], [...finite].reduce((sum, value) => sum + value ** 2, 0));
      assert.equal(found.on[kernel], finite.filter((value) => value > 0).length);
      assert.equal(found.nonFinite[kernel], cells - finite.length);
    }
  });
}

Deno.test("values of photos are counted on", () => {
  const counts = createValueCounts(40);
  const values = random.floats(40 * 500, -1, 1);
  for (let i = 0; i < 2; i++) measurePhoto(values, { cells: 500, width: 25 }, counts);
  const { above, below } = readBinCounts(counts);
  for (let kernel = 0; kernel < 40; kernel++) {
    const map = [...values.subarray(500 * kernel, 500 * (kernel + 1))];
    const [own, other] = [above, below!].map((bins) =>
      [...bins.subarray(kernel * BIN_COUNT, (kernel + 1) * BIN_COUNT)].map((count) => count / 2)
    );
    assert.deepEqual(own, countByEdges(map));
    assert.deepEqual(other, countByEdges(map.map((value) => -value)));
  }
});

Deno.test("bins of values below 0 are left out where there are none", () => {
  const counts = createValueCounts(1);
  measurePhoto(Float32Array.of(0, 1, -0, 2), { cells: 4, width: 2 }, counts);
  assert.equal(readBinCounts(counts).below, null);
});
