import assert from "node:assert/strict";
import { SPOT_GAIN, SPOT_ROUNDNESS } from "../../../src/analysis/class/what.ts";
import { countClasses, countFacets, keepTelling } from "../../../src/html/part/class_view.ts";
import { viewShares } from "../../../src/html/part/shares_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const [rgb, deep] = layerReports.map(({ classes }) => classes!);
const words = WORDS.en;

Deno.test("countClasses() counts what the kernels of a layer look for, empty classes too", () => {
  const counts = countClasses(words, rgb!).map(({ name, count }) => `${name} ${count}`);
  assert.deepEqual(counts, [
    "edge 3",
    "line 1",
    "spot 0",
    "colour edge 2",
    "colour spot 1",
    "texture 1",
    "even 0",
    "mixed 0",
    "next to zero 1",
    "other 1",
  ]);
});

Deno.test("countClasses() prints the thresholds that class the kernels", () => {
  const [edge, , spot] = countClasses(words, rgb!).map(({ meaning }) => meaning);
  assert.match(edge!, /coherence of 0\.18 or more/);
  assert.match(spot!, new RegExp(`roundness of ${SPOT_ROUNDNESS.at} or more`));
  assert.match(spot!, new RegExp(`DC gain is ${SPOT_GAIN.at} or more`));
});

Deno.test("countClasses() says names and meanings in Chinese, thresholds as they are", () => {
  const [edge] = countClasses(WORDS["zh-CN"], rgb!);
  assert.equal(edge!.name, "边缘");
  assert.match(edge!.meaning, /相干度不低于 0\.18/);
  assert.equal(edge!.tone, "c-0");
});

Deno.test("countFacets() counts the classes of which something is known, each with its threshold", () => {
  const facets = countFacets(words, deep!);
  const [when] = facets;
  assert.equal(when!.name, "fires");
  assert.deepEqual(
    when!.classes.map(({ value, count, kernels }) => [value, count, kernels]).slice(0, 3),
    [["when:never", "1", 1], ["when:rare", "1", 1], ["when:local", "0", 0]],
  );
  assert.match(when!.classes[1]!.meaning, /less than 5\s% of the cells/);
  const unknown = { ...deep!, wiring: deep!.wiring.map(() => null) };
  assert.equal(countFacets(words, unknown).length, facets.length - 1);
});

Deno.test("viewShares() lays the classes that have kernels end to end", () => {
  const shares = viewShares(words, rgb!)!;
  assert.equal(
    shares.words,
    "3 edge, 1 line, 2 colour edge, 1 colour spot, 1 texture, 1 next to zero, 1 other",
  );
  assert.deepEqual(shares.segments.map(({ tone, left, width }) => [tone, left, width]), [
    ["c-0", "0%", "30%"],
    ["c-1", "30%", "10%"],
    ["c-3", "40%", "20%"],
    ["c-4", "60%", "10%"],
    ["c-5", "70%", "10%"],
    ["c-8", "80%", "10%"],
    ["c-9", "90%", "10%"],
  ]);
  assert.equal(viewShares(words, null), null);
});

Deno.test("viewShares() shows no bar of one class, which tells nothing apart", () => {
  const one = { ...rgb!, what: rgb!.what.map(() => "mixed" as const) };
  assert.deepEqual(keepTelling(countClasses(words, one)), []);
  assert.equal(viewShares(words, one), null);
});
