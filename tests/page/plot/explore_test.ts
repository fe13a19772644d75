import assert from "node:assert/strict";
import { gatherMapNumbers } from "../../../src/site/map_numbers.ts";
import { viewPlot } from "../../../src/site/plot/plot_view.ts";
import { sayPart } from "../../../src/page/plot/explore.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports, rule } from "../../support/report/report_fixture.ts";

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

Deno.test("sayPart() says how measures go together over the pairs that are shown", () => {
  const measures = { kernel: "dcGain", map: "keepsPicture" } as const;
  const all = new Set(kernels!.index);
  assert.equal(sayPart(subject, measures, all), "");
  assert.equal(
    sayPart(subject, measures, new Set([0, 1, 2, 3])),
    "Of these 3 kernels shown: Spearman 1.00, no p was computed for a choice",
  );
  assert.equal(
    sayPart(subject, measures, new Set([0, 1])),
    "Of these 2 kernels shown: no correlation",
  );
});

Deno.test("viewPlot() says that no p was computed where the rule has none", () => {
  const varied = averages!.negatives.map((_, k) => k / 10);
  const changed = { ...subject, averages: { ...averages!, negatives: varied } };
  const plot = viewPlot(changed, { kernel: "dcGain", map: "negatives" });
  assert.equal(plot.words, "Spearman over 9 kernels; no p was computed for these two");
  assert.deepEqual(plot.partials, []);
});
