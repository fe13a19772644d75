import assert from "node:assert/strict";
import type { ReportReview } from "../../../src/report/report_layer.ts";
import { tallyReviews } from "../../../src/html/part/review_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { rgbLayer } from "../../support/report/report_fixture.ts";

function tally(...reviews: (readonly [number, ReportReview["verdict"]])[]): (string | null)[] {
  const rows = reviews.map(([kernel, verdict]) => {
    return { kernel, verdict, note: "", reviewer: null, source: "a.json" };
  });
  return [WORDS.en, WORDS["zh-CN"]].map((words) =>
    tallyReviews({ ...rgbLayer, reviews: rows }, words)
  );
}

Deno.test("tallyReviews() counts pairs, not reviews, and doubt before anything else", () => {
  assert.deepEqual(tally([0, "fine"], [0, "suspicious"], [3, "fine"], [4, "dead"]), [
    "3 reviewed: 1 suspicious, 1 dead",
    "已评审 3 对：1 对可疑，1 对失效",
  ]);
});

Deno.test("tallyReviews() says that all are fine, and nothing where there is no review", () => {
  assert.deepEqual(tally([0, "fine"]), ["1 reviewed: all fine", "已评审 1 对：全部正常"]);
  assert.deepEqual(tally(), [null, null]);
});
