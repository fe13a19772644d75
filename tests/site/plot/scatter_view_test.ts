import assert from "node:assert/strict";
import type { Values } from "../../../src/analysis/kernel/kernel_measures.ts";
import type { What } from "../../../src/analysis/class/what.ts";
import { layoutScatter } from "../../../src/site/plot/scatter_layout.ts";
import type { ScatterMeasure } from "../../../src/site/plot/scatter_measure.ts";
import { joinPoints, viewScatter } from "../../../src/site/plot/scatter_view.ts";
import { WORDS } from "../../../src/words/translations.ts";

const what: readonly What[] = ["edge", "colour spot", "other", "dead"];

function measure(name: string, values: Values, rest: Partial<ScatterMeasure> = {}): ScatterMeasure {
  return { id: name, name, values, unit: null, spread: "share", format: String, ...rest };
}

const options = { words: WORDS.en, name: "a plot" };

Deno.test("layoutScatter() places points in a box of 348 × 232 at 40, 24", () => {
  const { points } = layoutScatter(
    measure("chroma", [0, 1, 0.5, null, NaN]),
    measure("kept", [0, 1, 0.25, 0.5, 1]),
  );
  assert.deepEqual(points.map(({ k, x, y }) => [k, x, y]), [
    [0, 40, 256],
    [1, 388, 24],
    [2, 214, 198],
  ]);
});

Deno.test("layoutScatter() has no point and still axes where nothing has a value", () => {
  for (const values of [[], [null], [NaN, Infinity]]) {
    const layout = layoutScatter(measure("x", values), measure("y", [1, 1], { spread: "amount" }));
    assert.deepEqual(layout.points, []);
    assert.deepEqual(layout.xTicks.map(({ at }) => at), [40, 109.6, 179.2, 248.8, 318.4, 388]);
    assert(layout.yTicks.every(({ at }) => Number.isFinite(at)));
  }
});

Deno.test("layoutScatter() sets a single point in the middle of amounts", () => {
  const one = measure("norm", [3], { spread: "amount" });
  const { points } = layoutScatter(one, one);
  assert.deepEqual(points.map(({ x, y }) => [x, y]), [[214, 140]]);
});

Deno.test("layoutScatter() gives tenths, so that a report has the same bytes everywhere", () => {
  const values = Array.from({ length: 50 }, (_, i) => Math.sin(i) ** 2);
  const { points } = layoutScatter(measure("x", values), measure("y", values));
  for (const { x, y } of points) {
    assert.match(`${x} ${y}`, /^\d+(\.\d)? \d+(\.\d)?$/);
  }
});

Deno.test("viewScatter() sets decades of a logarithmic axis at equal distances", () => {
  const x = measure("DC gain", [0, 0.001, 0.01, 1], { spread: "gain" });
  const plot = viewScatter({ what, tiles: null, x, y: measure("kept", [0, 0, 0, 0]) }, options);
  assert.deepEqual(plot.points.map((point) => point.x), ["40", "127", "214", "388"]);
  assert.deepEqual(plot.xTicks, [
    { at: "40", label: "0.0001" },
    { at: "127", label: "0.001" },
    { at: "214", label: "0.01" },
    { at: "301", label: "0.1" },
    { at: "388", label: "1" },
  ]);
  assert.deepEqual(plot.beyond, ["1 kernel below 0.0001, on the left edge"]);
  assert.equal(plot.xLabel, "DC gain, logarithmic");
});

Deno.test("viewScatter() names axes with their units and points with their class and values", () => {
  const x = measure("centroid", [0.25], { unit: "cycles / pixel", spread: "amount" });
  const y = measure("mean", [-1234], { spread: "amount" });
  const en = viewScatter({ what, tiles: null, x, y }, options);
  assert.equal(en.xLabel, "centroid, cycles / pixel");
  assert.equal(en.points[0]?.title, "0, edge: centroid 0.25, mean -1234");
  assert.deepEqual(en.yTicks.map(({ label }) => label).slice(0, 2), ["−2,000", "−1,800"]);
  const zh = viewScatter({ what, tiles: null, x, y }, { ...options, words: WORDS["zh-CN"] });
  assert.equal(zh.points[0]?.title, "0，边缘：centroid 0.25，mean -1234");
});

const tiles = { columns: 8, size: { width: 160, height: 190 } };

Deno.test("viewScatter() lets kernels with room stand as tiles, above the symbols", () => {
  const x = measure("chroma", [0, 0.5, 0.52, 1]);
  const { points } = viewScatter({ what, tiles, x, y: measure("kept", [1, 0.5, 0.5, 0]) }, options);
  assert.deepEqual(points.map(({ index, tile }) => [index, tile]), [
    ["1", null],
    ["3", null],
    ["0", { x: 40, y: 24, width: 160, height: 190, middle: "120 119", place: "x0 y0" }],
    ["2", { x: 228, y: 45, width: 160, height: 190, middle: "308 140", place: "x2 y0" }],
  ]);
});

Deno.test("joinPoints() keeps the tiles as links, by their numbers, and their points as dots", () => {
  const x = measure("chroma", [0, 0.5, 0.52, 1]);
  const plot = viewScatter({ what, tiles, x, y: measure("kept", [1, 0.5, 0.5, 0]) }, options);
  const { points, clouds } = joinPoints(plot);
  assert.deepEqual(points.map(({ index, title, isMarked }) => [index, title, isMarked]), [
    ["0", "0", false],
    ["2", "2", false],
  ]);
  assert.deepEqual(clouds.map(({ path }) => path), [
    "m214 140h0",
    "m388 256h0",
    "m40 24h0",
    "m221 140h0",
  ]);
});

Deno.test("joinPoints() draws the points of each class as one path, and says the same beside them", () => {
  const x = measure("chroma", [0, 1, 0.5, 0.5]);
  const what: readonly What[] = ["dead", "other", "dead", "other"];
  const plot = viewScatter({ what, tiles: null, x, y: measure("kept", [0, 1, 0, 1]) }, options);
  const [dead, other] = plot.points.map(({ tone }) => tone);
  assert.deepEqual(joinPoints(plot), {
    ...plot,
    points: [],
    clouds: [
      { tone: dead, path: "m40 256h0m174 0h0" },
      { tone: other, path: "m214 24h0m174 0h0" },
    ],
  });
});

Deno.test("joinPoints() goes from dot to dot in whole units, from left to right", () => {
  const x = measure("chroma", [1, 0, 0.33]);
  const what: readonly What[] = ["dead", "dead", "dead"];
  const plot = viewScatter({ what, tiles: null, x, y: measure("kept", [0.7, 0, 1]) }, options);
  assert.deepEqual(plot.points.map(({ x }) => x), ["388", "40", "154.8"]);
  assert.deepEqual(joinPoints(plot).clouds.map(({ path }) => path), [
    "m40 256h0m115-232h0m233 70h0",
  ]);
});
