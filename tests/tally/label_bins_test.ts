import assert from "node:assert/strict";
import { countInBins, findTops, LABEL_BINS } from "../../src/tally/label_bins.ts";
import { chooseCounted } from "../../src/tally/label_tally.ts";
import { type LayerTally, mergeLayers } from "../../src/tally/layer_tally.ts";
import { createChance } from "../support/rounds.ts";
import { tallyPhotos } from "../support/tallied_photos.ts";

const chance = createChance(52);

// Strongest values over 30 octaves, below 0 too, the larger the later.
const values = [...chance.floats(300, -15, 15)].sort((a, b) => a - b)
  .map((power, i) => Math.fround((i % 10 === 0 ? -1 : 1) * 2 ** power));

const tallyOf = (own: readonly number[]): LayerTally =>
  tallyPhotos(own.map((value) => ({ maps: [[value], [-value], [0]], label: 0 })));

const binsOf = (tally: LayerTally): Uint32Array => tally.labels.get(0)!.bins!;

Deno.test("the last bin is that of the largest value, whatever comes first", () => {
  const expected = new Uint32Array(3 * LABEL_BINS);
  for (const value of values) {
    const tops = findTops(Float32Array.of(Math.max(...values), -Math.min(...values), 0));
    countInBins(expected, Float32Array.of(value, -value, 0), tops);
  }
  for (const order of [values, values.toReversed(), values.toSorted((a, b) => a % 1 - b % 1)]) {
    assert.deepEqual(binsOf(tallyOf(order)), expected);
  }
  assert.ok(expected[LABEL_BINS - 1]! > 0 && expected[0]! > 0);
  assert.equal(expected[2 * LABEL_BINS], values.length);
});

Deno.test("bins of parts put together are those of all, in any order", () => {
  const whole = binsOf(tallyOf(values));
  for (const count of [2, 7]) {
    const parts = Array.from(
      { length: count },
      (_, i) => values.filter((_, at) => at % count === i),
    );
    for (const order of [parts, parts.toReversed()]) {
      const [first, ...others] = order.map(tallyOf);
      for (const other of others) mergeLayers(first!, other);
      assert.deepEqual(binsOf(first!), whole);
    }
  }
});

Deno.test("values of the last octave lie in eight bins, what is far below it in the first", () => {
  const octave = [100, 95, 87, 79, 71, 64, 63];
  const bins = binsOf(tallyOf([...octave, 2, 1.7, 1.2, 0, -3]));
  const at = [...bins.subarray(0, LABEL_BINS)].flatMap((count, bin) => Array(count).fill(bin));
  assert.deepEqual(at, [0, 0, 0, 1, 4, 43, 44, 44, 45, 46, 47, 48]);
});

Deno.test("the last layers of a model count labels, as far as there is room", () => {
  const choose = (counted: "sums" | "bins", kernels: readonly number[], labels = 100): boolean[] =>
    chooseCounted(kernels, labels).map((layer) => layer[counted]);
  for (const [counted, bytes] of [["sums", 16], ["bins", 4 * LABEL_BINS]] as const) {
    const room = Math.floor(2 ** 28 / (bytes * 100));
    assert.deepEqual(choose(counted, [10, 20, 30]), [true, true, true]);
    assert.deepEqual(choose(counted, [10, room - 30, 30]), [false, true, true]);
    assert.deepEqual(choose(counted, [10, 2 * room, 30]), [false, false, true]);
    assert.deepEqual(choose(counted, [2 * room], 0), [true]);
  }
});
