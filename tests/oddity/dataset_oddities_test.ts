import assert from "node:assert/strict";
import { findAlwaysOn } from "../../src/oddity/always_on.ts";
import { findConstantMaps } from "../../src/oddity/blank.ts";
import { findColourLost, findNeedsColour } from "../../src/oddity/colour.ts";
import { findNeverOn } from "../../src/oddity/never_on.ts";
import type { OddLayer } from "../../src/oddity/odd_layer.ts";
import { findRarelyOn } from "../../src/oddity/rarely_on.ts";
import { findEqualMaps } from "../../src/oddity/same_maps.ts";
import type { DatasetColumns } from "../../src/report/dataset/dataset_columns.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { report, rgbLayer } from "../support/report/report_fixture.ts";

const PHOTOS = 5000;
const [made] = layerReports as [LayerReport];
const KERNELS = rgbLayer.pairs;

const column = <Value>(value: (k: number) => Value): Value[] =>
  Array.from({ length: KERNELS }, (_, k) => value(k));

// A layer of which the median map is on in four photos of five, and in three cells of ten.
const usual: DatasetColumns = {
  ...{ photos: PHOTOS, cells: PHOTOS * 100, index: column((k) => k) },
  ...{ onPhotos: column(() => 0.8), onCells: column(() => 0.3), nonFinite: column(() => 0) },
  ...{ mean: column((k) => 1 + k), deviation: column(() => 1), min: column(() => 0) },
  ...{ max: column((k) => 5 + k), quantiles: [], labels: null, likeness: null },
  ...{ colour: null, detail: null, named: [] },
  strongest: { photo: [], x: [], y: [], value: [] },
  middle: { photo: [], x: [], y: [], value: [] },
};

const change = (values: readonly unknown[], k: number, value: unknown): never =>
  values.with(k, value) as never;

function look(dataset: DatasetColumns | null, measures: Partial<LayerReport> = {}): OddLayer {
  const [model] = report.models;
  const condition = { dead: [4], constant: [], nonFinite: [] };
  return {
    ...{ report, model: model!, layer: rgbLayer, maps: made.maps, before: [] },
    measures: { ...made, condition, labels: null, ...measures, dataset },
  };
}

const off = (k: number): DatasetColumns => ({
  ...usual,
  onPhotos: change(usual.onPhotos, k, 0),
  onCells: change(usual.onCells, k, 0),
  max: change(usual.max, k, 0),
});

Deno.test("a map that is never on in a dataset is told by all of its photos", () => {
  const found = findNeverOn(look(off(4)))!;
  assert.deepEqual(
    [found.kernels, found.images, found.dataset, found.usual, found.value],
    [[4], 0, PHOTOS, 0.3, null],
  );
  assert.ok(found.surprise > 0.5);
});

Deno.test("what is off in the photos that are drawn, but on in a dataset, is no finding", () => {
  assert.equal(findNeverOn(look(usual)), null);
});

Deno.test("what is off in a dataset, but on in a photo that is drawn, is no finding", () => {
  assert.equal(findNeverOn(look(off(3))), null);
  const unseen = look(off(3), { condition: null });
  assert.deepEqual(findNeverOn({ ...unseen, maps: [] })!.kernels, [3]); // nothing is drawn
});

Deno.test("a map without a finite value is not called off", () => {
  const broken = { ...off(4), mean: change(usual.mean, 4, null) };
  assert.equal(findNeverOn(look(broken)), null);
});

Deno.test("a layer that is hardly on, or not by its activation, has no surprise of maps never on", () => {
  const rare = { ...off(4), onCells: column((k) => k === 4 ? 0 : 0.05) };
  const below = { ...off(4), min: column((k) => k === 4 ? 0 : -1) };
  for (const dataset of [rare, below]) assert.equal(findNeverOn(look(dataset))!.surprise, 0);
});

const rare = (k: number, share: number): DatasetColumns => ({
  ...usual,
  onPhotos: change(usual.onPhotos, k, share),
});

Deno.test("a map that is on in fewer than one photo of a thousand is told with its share", () => {
  const found = findRarelyOn(look(rare(6, 3 / PHOTOS)))!;
  assert.deepEqual(
    [found.kernel, found.kernels, found.value, found.usual, found.dataset, found.images],
    [6, [6], 3 / PHOTOS, 0.8, PHOTOS, 0],
  );
  assert.ok(found.surprise > 0.4);
});

Deno.test("a map that is on in one photo of a thousand, or in none, is not rarely on", () => {
  for (const share of [5 / PHOTOS, 0]) assert.equal(findRarelyOn(look(rare(6, share))), null);
  assert.equal(findRarelyOn(look(null)), null);
});

Deno.test("where the median map is on in few photos, or maps stand for classes, rare is no surprise", () => {
  const few = { ...usual, onPhotos: column((k) => k === 6 ? 1 / PHOTOS : 0.4) };
  const classes = { labels: column((k) => `class ${k}`) };
  assert.equal(findRarelyOn(look(few))!.surprise, 0);
  assert.equal(findRarelyOn(look(rare(6, 1 / PHOTOS), classes))!.surprise, 0);
});

const alike = (merged: readonly (readonly number[])[]): DatasetColumns => ({
  ...usual,
  likeness: {
    ...{ photos: 256, kernel: column(() => null), correlation: column(() => null) },
    ...{ families: null, merged },
  },
});

// No kernel is like another.
const unlike = { kernels: { ...made.kernels!, duplicateOf: column(() => null) } };

Deno.test("maps that are equal in a dataset are told by all of its photos", () => {
  const found = findEqualMaps(look(alike([[3, 5], [2, 7, 8]]), unlike))!;
  assert.deepEqual(
    [found.kernel, found.other, found.kernels, found.value, found.dataset, found.images],
    [2, 7, [2, 3, 5, 7, 8], 3, PHOTOS, 0],
  );
});

Deno.test("maps that are equal on the photos that are drawn, but not in a dataset, are no finding", () => {
  const same = made.maps.map((photo) => {
    const first = <Value>(values: readonly Value[]): Value[] => values.map(() => values[0]!);
    const { channels } = photo;
    const all = Object.entries(channels).map(([name, values]) => [name, first(values)]);
    return { ...photo, channels: { ...Object.fromEntries(all), index: channels.index } };
  }) as unknown as OddLayer["maps"];
  const photos = { ...look(null, unlike), maps: same };
  assert.equal(findEqualMaps(photos)!.images, made.maps.length);
  assert.equal(findEqualMaps({ ...look(alike([]), unlike), maps: same }), null);
});

Deno.test("a map that is on in every cell of every photo, those of a dataset too, is told by these", () => {
  const always = { ...made.activity!, on: column((k) => k === 6 || k === 7 ? 1 : 0.3) };
  const dataset = {
    ...usual,
    onCells: change(usual.onCells, 6, 1),
    min: change(usual.min, 6, 0.25),
  };
  const found = findAlwaysOn(look(dataset, { activity: always }))!;
  assert.deepEqual(
    [found.kernels, found.value, found.dataset, found.images, found.usual],
    [[6], 0.25, PHOTOS, 0, 0.3],
  );
  assert.equal(findAlwaysOn(look(usual, { activity: always })), null);
});

Deno.test("a map that is one value on the photos that are drawn, but varies in a dataset, is no finding", () => {
  const constant = { condition: { dead: [], constant: [5], nonFinite: [] } };
  assert.deepEqual(findConstantMaps(look(null, constant))!.kernels, [5]);
  assert.equal(findConstantMaps(look(usual, constant)), null);
});

const coloured = (share: (k: number) => number): DatasetColumns => ({
  ...usual,
  colour: {
    photos: 32,
    median: column((k) => share(k)),
    lowerQuartile: column((k) => share(k) - 0.05),
    upperQuartile: column((k) => share(k) + 0.05),
  },
});

const deeper = (odd: OddLayer, before: DatasetColumns): OddLayer => ({
  ...odd,
  layer: { ...odd.layer, readsImage: false },
  before: [{ ...made, dataset: before }],
});

Deno.test("what needs colours is told by the photos of a dataset that were fed in grey", () => {
  const dataset = coloured((k) => k === 3 ? 0.9 : k === 4 ? 0.84 : 0.1);
  const found = findNeedsColour(deeper(look(dataset), usual))!;
  assert.deepEqual(
    [found.kernels, found.value, found.usual, found.dataset, found.images],
    [[3], 0.9, 0.1, 32, 0],
  );
  assert.equal(findNeedsColour(deeper(look(coloured(() => 0.1)), usual)), null);
});

Deno.test("where colours are lost, all layers are told by the dataset", () => {
  const found = findColourLost(deeper(look(coloured(() => 0.02)), coloured(() => 0.4)))!;
  assert.deepEqual([found.value, found.usual, found.dataset, found.images], [0.02, 0.4, 32, 0]);
  assert.equal(findColourLost(deeper(look(coloured(() => 0.2)), coloured(() => 0.4))), null);
});
