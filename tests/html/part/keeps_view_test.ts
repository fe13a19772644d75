import assert from "node:assert/strict";
import { viewKeeps } from "../../../src/html/part/keeps_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/report_fixture.ts";

function keep(keepsPicture: readonly (number | null)[]): typeof layerReports[number] {
  const [layer] = layerReports;
  return { ...layer!, averages: { ...layer!.averages!, keepsPicture } };
}

Deno.test("viewKeeps() gives the median and the middle 80 % as NumPy's quantiles", () => {
  const shares = [0.9, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1];
  assert.deepEqual(viewKeeps(keep(shares), WORDS.en), {
    words: "6 of 11 maps at least half photo (R², mean of 2 photos)",
    low: "10%",
    spread: "80%",
    median: "50%",
  });
  assert.equal(viewKeeps(keep([0, 0.1, 0.3, 0.6]), WORDS.en)!.median, "20%");
});

Deno.test("viewKeeps() leaves out maps that keep what nobody knows", () => {
  assert.equal(
    viewKeeps(keep([null, 0.7]), WORDS.en)!.words,
    "1 of 1 map at least half photo (R², mean of 2 photos)",
  );
  assert.equal(viewKeeps(keep([null]), WORDS.en), null);
  assert.equal(viewKeeps(null, WORDS.en), null);
});
