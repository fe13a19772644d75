import assert from "node:assert/strict";
import { gatherMapNumbers } from "../../../src/site/map_numbers.ts";
import { viewPlot } from "../../../src/site/plot/plot_view.ts";
import { sayPart } from "../../../src/page/plot/plot_part.ts";
import { findRankRest } from "../../../src/analysis/rule/rank_rest.ts";
import { spearman } from "../../../src/analysis/rule/spearman.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { rule } from "../../support/report/report_fixture.ts";

const { kernels, classes } = layerReports[0]!;
const averages = gatherMapNumbers({ ...layerReports[0]!, activity: null });
const subject = {
  rule,
  kernels: kernels!,
  averages: averages!,
  composed: null,
  experiments: null,
  what: classes!.what,
  tiles: null,
  words: WORDS.en,
};

const NO_RULE = { ...rule, spearman: {}, partial: {}, p: {} };

Deno.test("sayPart() says how measures go together over the pairs that are shown", () => {
  const measures = { kernel: "dcGain", map: "keepsPicture", held: null } as const;
  const all = new Set(kernels!.index);
  assert.equal(sayPart(subject, { ...measures, shown: all }), "");
  assert.equal(
    sayPart(subject, { ...measures, shown: new Set([0, 1, 2, 3]) }),
    "Of these 3 kernels shown: Spearman 1.00, no p was computed for a choice",
  );
  assert.equal(
    sayPart(subject, { ...measures, shown: new Set([0, 1]) }),
    "Of these 2 kernels shown: no correlation",
  );
  const rest = { ...measures, held: "chroma", shown: new Set([0, 1]) } as const;
  assert.equal(sayPart(subject, rest), "2 of 10 kernels chosen");
});

Deno.test("viewPlot() says that no p was computed where the rule has none", () => {
  const varied = averages!.negatives.map((_, k) => k / 10);
  const changed = { ...subject, averages: { ...averages!, negatives: varied } };
  const plot = viewPlot(changed, { kernel: "dcGain", map: "negatives", held: null });
  assert.equal(plot.words, "Spearman over 9 kernels; no p was computed for these two");
  assert.deepEqual(plot.partials, []);
});

Deno.test("viewPlot() plots what a measure that is held fixed leaves of the ranks of two others", () => {
  const columns = {
    kernels: { ...kernels!, dcGain: [1, 2, 3, 4, 5, 6], chroma: [2, 1, 4, 3, 6, 5] },
    averages: { ...averages!, keepsPicture: [1, 2, 3, 4, 6, 5] },
  };
  const held = { kernel: "chroma", map: "keepsPicture", held: "dcGain" } as const;
  const { value, scatter, partials } = viewPlot({ ...subject, ...columns, rule: NO_RULE }, held);
  const known = spearman(columns.kernels.chroma, columns.averages.keepsPicture).value!;
  const [x, y] = [columns.kernels.chroma, columns.averages.keepsPicture]
    .map((column) => spearman(column, columns.kernels.dcGain).value!);
  const partial = (known - x! * y!) / Math.sqrt((1 - x! ** 2) * (1 - y! ** 2));
  const { x: left, y: up } = findRankRest({
    ...{ x: columns.kernels.chroma, y: columns.averages.keepsPicture },
    fixed: columns.kernels.dcGain,
  })!;
  const product = left.reduce<number>((sum, each, k) => sum + each! * up[k]!, 0) / 6;
  assert(Math.abs(product - partial) < 1e-12);
  assert.equal(scatter.xLabel, "chroma beyond DC gain, standardised ranks");
  assert.equal(scatter.points.length, 6);
  assert.equal(typeof value, "string");
  assert.deepEqual(partials, []);
});
