import assert from "node:assert/strict";
import { BLOB_DC_GAIN, COLOUR_CHROMA } from "../../../src/analysis/kind/image_kernel_kind.ts";
import { countClasses } from "../../../src/html/part/class_view.ts";
import { viewShares } from "../../../src/html/part/shares_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { deepLayer, layerReports, rgbLayer } from "../../support/report/report_fixture.ts";

const [rgb, deep] = layerReports.map(({ kernels }) => kernels!);
const words = WORDS.en;

Deno.test("countClasses() counts the classes of a layer that reads the image, empty ones too", () => {
  const counts = countClasses({ layer: rgbLayer, words }, rgb!).map(({ name, count }) =>
    `${name} ${count}`
  );
  assert.deepEqual(counts, [
    "grey edge 4",
    "colour edge 2",
    "colour blob 1",
    "grey blob 0",
    "high frequency 1",
    "next to zero 1",
    "other 1",
  ]);
});

Deno.test("countClasses() has filters only for kernels of one slice, twins only for others", () => {
  const list = (layer: typeof deepLayer): string[] =>
    countClasses({ layer, words }, deep!).map(({ name }) => name);
  assert.deepEqual(list(deepLayer), ["duplicate", "near-constant", "next to zero", "other"]);
  assert.deepEqual(list({ ...deepLayer, group: 64 }), [
    "near-constant",
    "low-pass",
    "band-pass",
    "next to zero",
    "other",
  ]);
});

Deno.test("countClasses() prints the thresholds that class the kernels", () => {
  const [edge, , blob, , fine] = countClasses({ layer: rgbLayer, words }, rgb!).map(({ meaning }) =>
    meaning
  );
  assert.match(edge!, new RegExp(`^DC gain below ${BLOB_DC_GAIN.at}, coherence of 0\\.18 or more`));
  assert.equal(
    blob,
    `DC gain of ${BLOB_DC_GAIN.at} or more, chroma of ${COLOUR_CHROMA.at} or more`,
  );
  assert.match(fine!, /centroid of 0\.3 cycles/);
  const small = countClasses({ layer: { ...rgbLayer, kernelShape: [3, 3] }, words }, rgb!)[4]!;
  assert.match(small.meaning, /centroid of 0\.433 cycles/); // 1.3 ÷ 3
});

Deno.test("viewShares() lays the classes that have kernels end to end", () => {
  const shares = viewShares({ layer: rgbLayer, words }, rgb!)!;
  assert.equal(
    shares.words,
    "4 grey edge, 2 colour edge, 1 colour blob, 1 high frequency, 1 next to zero, 1 other",
  );
  assert.deepEqual(shares.segments.map(({ tone, left, width }) => [tone, left, width]), [
    ["c-0", "0%", "40%"],
    ["c-1", "40%", "20%"],
    ["c-2", "60%", "10%"],
    ["c-4", "70%", "10%"],
    ["c-9", "80%", "10%"],
    ["c-10", "90%", "10%"],
  ]);
  assert.equal(viewShares({ layer: rgbLayer, words }, null), null);
});

Deno.test("countClasses() says names and meanings in Chinese, thresholds as they are", () => {
  const [edge] = countClasses({ layer: rgbLayer, words: WORDS["zh-CN"] }, rgb!);
  assert.equal(edge!.name, "灰度边缘");
  assert.match(edge!.meaning, new RegExp(`^直流增益低于 ${BLOB_DC_GAIN.at}，相干度不低于 0\\.18`));
  assert.equal(edge!.tone, "c-0");
});
