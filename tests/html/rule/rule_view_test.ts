import assert from "node:assert/strict";
import { WORDS } from "../../../src/words/translations.ts";
import { viewMeasureTable } from "../../../src/html/layer/measure_table_view.ts";
import { listMapNumbers } from "../../../src/site/map_numbers.ts";
import { viewRule } from "../../../src/html/rule/rule_view.ts";
import { headPlot } from "../../../src/html/rule/plot_heading.ts";
import { deepLayer, report, rgbLayer, rule } from "../../support/report/report_fixture.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const [model] = report.models;
const rgb = { words: WORDS.en, report, model: model!, layer: rgbLayer, measures: layerReports[0]! };
const deep = {
  words: WORDS.en,
  report,
  model: model!,
  layer: deepLayer,
  measures: layerReports[1]!,
};

Deno.test("viewRule() parts kernels by colour and DC gain, with the picture they keep", () => {
  const { rows, without } = viewRule(rgb)!.quad!;
  const cells = rows.map(({ cells }) => cells.map(({ mean, words }) => [mean, words]));
  assert.deepEqual(cells, [
    [["0.06", "mean R² of 5 kernels, 0.06 to 0.06"], [null, "no kernel"]],
    [["0.06", "mean R² of 2 kernels, 0.06 to 0.06"], ["0.75", "R² of 1 kernel"]],
  ]);
  assert.deepEqual(rows.map(({ cells }) => cells.map(({ keeps }) => keeps)), [
    [false, false],
    [false, true],
  ]);
  assert.equal(without, "2 kernels without these measures left out."); // kernel 2 has no shape, map 5 was not compared
});

Deno.test("viewRule() gives each scatter its correlation and what is left of it", () => {
  const [gain, chroma] = viewRule(rgb)!.plots;
  assert.deepEqual([gain!.value, gain!.words], ["0.79", "Spearman over 8 kernels, p ≤ 0.0001"]);
  assert.deepEqual(gain!.partials, [{ value: "0.71", words: "with chroma held fixed, p 0.002" }]);
  assert.deepEqual([chroma!.value, chroma!.words], ["−0.49", "Spearman over 8 kernels, p 0.031"]);
  assert.deepEqual(chroma!.partials.map(({ value }) => value), ["0.06"]);
  assert.equal(
    chroma!.scatter.words,
    "chroma against the photo share: −0.49 Spearman over 8 kernels, p 0.031; " +
      "0.06 with DC gain held fixed, p 0.64",
  );
});

/** The same with nothing composed and nothing tried. */
const bare = { ...deep, measures: { ...deep.measures, composed: null, experiments: null } };

Deno.test("viewRule() leaves out colours where kernels have none", () => {
  const rule = viewRule(bare)!;
  assert.equal(rule.quad, null);
  assert.deepEqual(rule.plots.map(({ heading }) => heading), [
    "DC gain against the photo share",
    "coherence against the edges",
  ]);
  assert.equal(rule.plots[1]?.value, null);
  assert.equal(rule.plots[1]?.words, "11 kernels, no correlation");
  assert.deepEqual([rule.counterExamples, rule.correlations, rule.photos], [[], null, null]);
});

Deno.test("viewRule() names the counter-examples", () => {
  const examples = viewRule(rgb)!.counterExamples;
  assert.deepEqual(examples.map(({ name }) => name), [
    "Coloured kernels whose maps are hardly photo (R² below 0.1): 1, 4",
    "Grey kernels whose maps are at least half photo (R² of 0.5 or more): none",
  ]);
  const { kernels } = examples[0]!.links;
  assert.deepEqual(kernels[1], { index: "4", place: "x4 y0" });
});

Deno.test("viewRule() has rows and columns for what was compared alone", () => {
  const { columns, rows } = viewRule(rgb)!.correlations!;
  assert.deepEqual(columns.map(({ name, held }) => [name, held]), [
    ["photo share", null],
    ["photo share", "DC gain fixed"],
    ["photo share", "chroma fixed"],
    ["zeros", null],
  ]);
  assert.deepEqual(rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)]), [
    ["DC gain", "0.79", null, "0.71", null],
    ["chroma", "−0.49", "0.06", null, null],
    ["norm", null, null, null, "0.10"],
  ]);
});

Deno.test("viewRule() has a row for each photo", () => {
  const { columns, rows } = viewRule(rgb)!.photos!;
  assert.deepEqual(columns, ["DC gain", "chroma", "chroma, DC gain fixed"]);
  assert.deepEqual(rows.map(({ cells }) => cells.map(({ value }) => value)), [
    ["0.79", "−0.49", "0.06"],
    ["0.79", "−0.49", "0.06"],
  ]);
});

Deno.test("viewRule() offers every measure with a value", () => {
  const { explore } = viewRule(bare)!;
  assert.deepEqual(explore!.kernels.map(({ value }) => value).slice(0, 3), [
    "norm",
    "dcGain",
    "centroid",
  ]);
  assert.deepEqual(explore!.maps.map(({ value }) => value), listMapNumbers(deep.measures!));
  assert.deepEqual(explore!.kernels.filter(({ chosen }) => chosen).map(({ name }) => name), [
    "DC gain",
  ]);
});

Deno.test("viewRule() asks of composed kernels, and of what maps need, where that is known", () => {
  const { plots, quad, explore } = viewRule(deep)!;
  assert.deepEqual(plots.map(({ heading }) => heading), [
    "DC gain, composed against the photo share",
    "chroma, composed against the photo share",
    "chroma, composed against the colour dependence",
    "spectral centroid, composed against the detail dependence",
    "coherence, composed against the edges",
  ]);
  assert.match(quad!.caption, /of their kernels composed down to the pixels; a heavy rule/);
  const [first] = explore!.kernels;
  assert.deepEqual([first!.value, first!.name], ["composed.dcGain", "DC gain, composed"]);
  assert.ok(explore!.kernels.some(({ value }) => value === "norm"));
  assert.ok(explore!.maps.some(({ value }) => value === "colourDependence"));
});

Deno.test("viewRule() says it in Chinese", () => {
  const zh = viewRule({ ...rgb, words: WORDS["zh-CN"] })!;
  assert.equal(zh.findings[0]!.sentence, "平均作用越强的卷积核，其特征图往往越像照片。");
  assert.equal(zh.plots[0]!.heading, "平均作用越强的卷积核，其特征图往往越像照片");
  assert.equal(zh.plots[0]!.words, "Spearman 相关，8 个卷积核，p ≤ 0.0001");
  assert.equal(zh.quad!.rows[0]!.cells[0]!.words, "5 个卷积核的平均 R²，0.06 至 0.06");
});

Deno.test("viewRule() is null where there are no measures", () => {
  assert.equal(viewRule({ ...rgb, measures: null }), null);
});

Deno.test("viewMeasureTable() leaves out the measures that have no value, and says so", () => {
  const { columns, rows, without } = viewMeasureTable(deep)!;
  assert.equal(without, "Left out, as no kernel here has a value: luma gain, chroma, hue.");
  assert.equal(columns.length, rows[0]!.cells.length);
  assert.deepEqual(rows[2]!.cells.slice(0, 3), ["mixed", "0.97", "–"]);
});

Deno.test("viewRule() heads plots with what they show, and parts the kernels by their maps", () => {
  const { plots, groups } = viewRule(rgb)!;
  assert.deepEqual(plots.slice(0, 2).map(({ heading }) => heading), [
    "Kernels that average more tend to make maps that look more like the photo",
    "No clear relation of chroma and photo share",
  ]);
  const held = { kernel: "chroma", map: "keepsPicture", held: "dcGain" } as const;
  const plot = { ...plots[0]!, measures: held };
  const key = "chroma,keepsPicture|dcGain";
  const heads = [0.06, 0.7].map((value) =>
    headPlot({ ...rule, partial: { [key]: value }, p: { [key]: value < 0.3 ? 0.64 : 0.0001 } }, {
      plot,
      words: WORDS.en,
    })
  );
  assert.deepEqual(heads, [
    "With DC gain held fixed, nothing clear is left of chroma",
    "With DC gain held fixed, chroma still tells",
  ]);
  assert.deepEqual(groups.map(({ name }) => name), [
    "Maps that keep the photo (R² of 0.5 or more): 1",
    "Maps that keep edges and the like (less): 8",
  ]);
});
