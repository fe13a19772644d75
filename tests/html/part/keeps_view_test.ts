import assert from "node:assert/strict";
import { countHalf, listPhotoShares, viewKeeps } from "../../../src/html/part/keeps_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const [{ averages }] = layerReports as [typeof layerReports[number]];
const subject = { layer: report.models[0]!.layers[0]!, words: WORDS.en };

function view(keepsPicture: readonly (number | null)[]): ReturnType<typeof viewKeeps> {
  return viewKeeps(subject, { ...averages!, keepsPicture });
}

Deno.test("viewKeeps() gives the median and the middle 80 % as NumPy's quantiles", () => {
  const shares = [0.9, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1];
  assert.deepEqual(view(shares), {
    words: "6 of 11 maps at least half photo (R², mean of 2 photos)",
    low: "10%",
    spread: "80%",
    median: "50%",
  });
  assert.equal(view([0, 0.1, 0.3, 0.6])!.median, "20%");
});

Deno.test("viewKeeps() leaves out maps that keep what nobody knows", () => {
  assert.equal(
    view([null, 0.7])!.words,
    "1 of 1 map at least half photo (R², mean of 2 photos)",
  );
  assert.equal(view([null]), null);
  assert.equal(viewKeeps(subject, null), null);
});

Deno.test("countHalf() counts the maps that keep half of the photo, of those that are known", () => {
  const kept = listPhotoShares({ ...averages!, keepsPicture: [null, 0.5, 0.49, 0.7] });
  assert.deepEqual(kept, [0.5, 0.49, 0.7]);
  assert.equal(countHalf(kept), 2);
  assert.deepEqual(listPhotoShares(null), []);
});
