import assert from "node:assert/strict";
import {
  assembleColumns,
  describeDataset,
  nameColumns,
} from "../../../src/report/dataset/assemble_dataset.ts";
import { meanOf } from "../../support/analysis/plain_numbers.ts";
import { createRandom } from "../../support/random.ts";
import { tallyPhotos } from "../../support/tallied_photos.ts";

const PHOTOS = 40;
const CELLS = 9;

const random = createRandom(7);

// Kernel 0 as behind a ReLU, 1 of both signs, 2 never on, 3 not finite anywhere.
const photos = Array.from({ length: PHOTOS }, () => ({
  maps: [
    [...random.floats(CELLS, -4, 4)].map((value) => Math.max(0, value)),
    [...random.floats(CELLS, -4, 4)],
    Array<number>(CELLS).fill(0),
    Array<number>(CELLS).fill(NaN),
  ].map((map) => map.map(Math.fround)),
}));

const columns = assembleColumns(tallyPhotos(photos));

const rowsOf = (kernel: number): number[][] => photos.map(({ maps }) => maps[kernel]!);

const isNear = (one: number | null, other: number): void =>
  assert.ok(one !== null && Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other)));

Deno.test("assembleColumns() gives means, extremes and shares as a plain computation does", () => {
  assert.deepEqual([columns.photos, columns.cells], [PHOTOS, PHOTOS * CELLS]);
  for (const kernel of [0, 1, 2]) {
    const values = rowsOf(kernel).flat();
    const mean = meanOf(values);
    const variance = meanOf(values.map((value) => (value - mean) ** 2));
    isNear(columns.mean[kernel]!, mean);
    isNear(columns.deviation[kernel]!, Math.sqrt(variance));
    assert.equal(columns.min[kernel], Math.min(...values));
    assert.equal(columns.max[kernel], Math.max(...values));
    assert.equal(
      columns.onCells[kernel],
      values.filter((value) => value > 0).length / values.length,
    );
    const on = rowsOf(kernel).filter((row) => row.some((value) => value > 0));
    assert.equal(columns.onPhotos[kernel], on.length / PHOTOS);
  }
});

Deno.test("assembleColumns() gives quantiles within a quarter of the value", () => {
  for (const kernel of [0, 1]) {
    const values = rowsOf(kernel).flat().sort((a, b) => a - b);
    for (const { share, value } of columns.quantiles) {
      const expected = values[Math.min(values.length - 1, Math.floor(share * values.length))]!;
      const found = value[kernel]!;
      assert.ok(Math.abs(found - expected) <= Math.abs(expected) / 4 + 0.05, `${share}: ${found}`);
      assert.ok(found >= values[0]! && found <= values.at(-1)!);
    }
  }
  assert.deepEqual(columns.quantiles.map(({ value }) => value[2]), [0, 0, 0, 0, 0, 0]);
});

Deno.test("assembleColumns() gives the photos that excite a kernel most, and their cells", () => {
  const expected = rowsOf(1).map((row, place) => ({ place, value: Math.max(...row) }))
    .sort((a, b) => b.value - a.value || a.place - b.place).slice(0, 16);
  const { strongest, places } = columns;
  assert.deepEqual(
    strongest.photo[1]!.map((at) => places[at]),
    expected.map(({ place }) => place),
  );
  assert.deepEqual(strongest.value[1], expected.map(({ value }) => value));
  strongest.photo[1]!.forEach((at, i) => {
    const row = rowsOf(1)[places[at]!]!;
    assert.equal(row[strongest.x[1]![i]! + CELLS * strongest.y[1]![i]!], strongest.value[1]![i]);
  });
});

Deno.test("assembleColumns() names no photo that a kernel is off on among those that excite it", () => {
  assert.deepEqual(columns.strongest.photo[2], []);
  const quiet = tallyPhotos([0, 3, 0, 1].map((value) => ({ maps: [[0, value]] })));
  const { strongest, places } = assembleColumns(quiet);
  assert.deepEqual(strongest.value, [[3, 1]]);
  assert.deepEqual(strongest.photo[0]!.map((at) => places[at]), [1, 3]);
});

Deno.test("assembleColumns() gives null for what has no finite value", () => {
  const { mean, deviation, min, max, nonFinite, quantiles, strongest } = columns;
  assert.deepEqual([mean[3], deviation[3], min[3], max[3]], [null, null, null, null]);
  assert.equal(nonFinite[3], PHOTOS * CELLS);
  assert.ok(quantiles.every(({ value }) => value[3] === null));
  assert.deepEqual(strongest.photo[3], []);
});

Deno.test("nameColumns() names every photo that cells are of, in the order of the dataset", () => {
  const told = new Map(
    columns.places.map((place) => [place, { path: `${place}.jpg`, label: null }]),
  );
  const { named, strongest, middle } = nameColumns(columns, told);
  assert.deepEqual(named.map(({ place, path }) => `${place}.jpg` === path), named.map(() => true));
  const used = new Set([...strongest.photo, ...middle.photo].flat());
  assert.equal(used.size, named.length);
  assert.ok(named.every(({ place }, i) => i === 0 || place > named[i - 1]!.place));
});

Deno.test("describeDataset() lists broken photos in the order of the dataset", () => {
  const facts = { photos: 9, bytes: 99, sha256: "0", labels: null };
  const broken = [7, 3].map((place) => {
    return { place, path: `${place}.jpg`, model: "tiny", message: "no photo" };
  });
  assert.deepEqual(describeDataset({ origin: { dataset: facts }, broken }), {
    ...facts,
    broken: [
      { path: "3.jpg", model: "tiny", message: "no photo" },
      { path: "7.jpg", model: "tiny", message: "no photo" },
    ],
  });
});
