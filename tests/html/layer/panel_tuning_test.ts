import assert from "node:assert/strict";
import { viewPanel } from "../../../src/html/layer/panel_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const [model] = report.models;
const subject = {
  words: WORDS.en,
  report,
  model: model!,
  layer: model!.layers[0]!,
  measures: layerReports[0]!,
};

Deno.test("viewPanel() says how many gratings were run, and how large they were", () => {
  assert.equal(viewPanel(subject, []).tuning, "16 pictures of 224 × 224 pixels were run.");
  assert.equal(
    viewPanel({ ...subject, measures: { ...subject.measures, tuning: null } }, []).tuning,
    null,
  );
});

Deno.test("viewPanel() says why no gratings were run, in Chinese too", () => {
  const tuningReason = { code: "tuning-too-dear", work: 5e9, most: 3.2e9 } as const;
  const untuned = { ...model!, tuning: null, tuningReason };
  const tell = (words: typeof WORDS.en) =>
    viewPanel({ ...subject, model: untuned, words }, []).missing.at(-1)!;
  assert.match(tell(WORDS.en), /5000 million multiplications, at most 3200 million/);
  assert.match(tell(WORDS["zh-CN"]), /5000 百万次乘法/);
  assert.equal(viewPanel({ ...subject, model: untuned }, []).tuning, null);
});
