import assert from "node:assert/strict";
import { readSum } from "../../src/tally/exact_sums.ts";
import { measureLabels } from "../../src/tally/label_columns.ts";
import { measureMoments } from "../../src/tally/kernel_moments.ts";
import { compareMeans } from "../../src/tally/means_likeness.ts";
import { readPlace } from "../../src/tally/photo_numbers.ts";
import { listStrongest } from "../../src/tally/strongest_photos.ts";
import { BIN_COUNT, edgeOf } from "../../src/tally/value_bins.ts";
import { sliceAt } from "../../src/tensor/tensor.ts";
import {
  LABELS,
  layerOf,
  LAYERS,
  measureShard,
  photos,
  runPlainly,
} from "../support/dataset/measured_net.ts";
import { correlatePlainly, meanOf } from "../support/analysis/plain_numbers.ts";

const whole = await measureShard(1, 1);
const plain = await runPlainly();

/** What a kernel has on each photo, in the order of the list. */
function takeRows(layer: number, kernel: number): Float32Array[] {
  return plain.map((maps) => sliceAt(maps[layer]!, kernel).data);
}

const close = (one: number, other: number): void =>
  assert.ok(Math.abs(one - other) <= 1e-5 * Math.max(1, Math.abs(other)), `${one}, ${other}`);

for (const [layer, id] of LAYERS.entries()) {
  const tally = layerOf(whole, id);

  Deno.test(`numbers of ${id} are those of a plain computation`, () => {
    assert.equal(tally.photos, photos.length);
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const rows = takeRows(layer, kernel);
      const values = rows.flatMap((row) => [...row]);
      assert.equal(tally.cells, values.length);
      close(readSum(tally.sums, kernel), values.reduce((sum, value) => sum + value, 0));
      close(readSum(tally.squares, kernel), values.reduce((sum, value) => sum + value * value, 0));
      close(tally.largest[kernel]!, Math.max(...values));
      close(tally.smallest[kernel]!, Math.min(...values));
      assert.equal(tally.onCells[kernel], values.filter((value) => value > 0).length);
      assert.equal(
        tally.onPhotos[kernel],
        rows.filter((row) => row.some((value) => value > 0)).length,
      );
    }
  });

  Deno.test(`histograms of ${id} hold every cell`, () => {
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const values = takeRows(layer, kernel).flatMap((row) => [...row]);
      const count = (
        bins: Float64Array | null,
      ): number[] => [...bins?.subarray(kernel * BIN_COUNT, (kernel + 1) * BIN_COUNT) ?? []];
      assert.deepEqual(count(tally.above), countBins(values), `above, ${kernel}`);
      if (tally.below === null) assert.ok(Math.min(...values) >= 0);
      else assert.deepEqual(count(tally.below), countBins(values.map((value) => -value)));
    }
  });

  Deno.test(`the photos that excite kernels of ${id} most are found`, () => {
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const expected = takeRows(layer, kernel)
        .map((row, photo) => ({ photo, value: Math.max(...row) }))
        .sort((a, b) => b.value - a.value || a.photo - b.photo)
        .slice(0, 16);
      const found = listStrongest(tally.strongest, kernel);
      assert.deepEqual(found.map(({ photo }) => photo), expected.map(({ photo }) => photo));
      found.forEach(({ value }, i) => close(value, expected[i]!.value));
      const [{ photo, cell, value }] = found as [typeof found[0]];
      const { x, y } = readPlace(cell);
      const map = sliceAt(plain[photo]![layer]!, kernel).data;
      close(map[y * Math.sqrt(map.length) + x]!, value);
    }
  });

  Deno.test(`labels tell kernels of ${id} apart by the means of their strongest cells`, () => {
    assert.deepEqual(whole.origin.dataset.labels, LABELS);
    for (const [label, { photos: count, sums }] of tally.labels) {
      const own = photos.flatMap(({ path }, i) => path.includes(LABELS[label]!) ? [i] : []);
      assert.equal(count, own.length);
      for (let kernel = 0; kernel < tally.kernels; kernel++) {
        const rows = takeRows(layer, kernel);
        close(readSum(sums, kernel), own.reduce((sum, i) => sum + Math.max(...rows[i]!), 0));
      }
    }
  });

  Deno.test(`selectivity of ${id} is that of the means of labels`, () => {
    const { selectivity, overall } = measureLabels(tally)!;
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const strongest = takeRows(layer, kernel).map((row) => Math.max(...row));
      const means = LABELS.map((label) =>
        meanOf(strongest.filter((_, i) => photos[i]!.path.includes(label)))
      );
      close(overall[kernel]!, meanOf(strongest));
      const [most, ...others] = means.toSorted((a, b) => b - a) as [number];
      if (others.some((mean) => mean < 0)) assert.equal(selectivity[kernel], null);
      else close(selectivity[kernel]!, (most - meanOf(others)) / (most + meanOf(others)));
    }
  });

  Deno.test(`the kernel of ${id} that goes best with each is that of the means of all photos`, () => {
    const { photos: kept, kernel: best, correlation } = compareMeans(tally, measureMoments(tally))!;
    assert.equal(kept, photos.length); // fewer than are kept at most
    const means = Array.from(
      { length: tally.kernels },
      (_, kernel) => takeRows(layer, kernel).map((row) => meanOf([...row])),
    );
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const rated = means.map((other, i) =>
        i === kernel ? -1 : correlatePlainly(means[kernel]!, other)
      );
      assert.equal(best[kernel], rated.indexOf(Math.max(...rated)));
      close(correlation[kernel]!, Math.max(...rated));
    }
  });
}

function countBins(values: readonly number[]): number[] {
  const counts = Array<number>(BIN_COUNT).fill(0);
  for (const value of values) {
    if (!(value > 0)) continue;
    const bin = counts.findIndex((_, i) => value < edgeOf(i + 1));
    counts[bin < 0 ? BIN_COUNT - 1 : bin]!++;
  }
  return counts;
}
