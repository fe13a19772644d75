import assert from "node:assert/strict";
import { namePair, titlePair } from "../../src/site/pair_name.ts";
import { CHINESE } from "../../src/words/chinese.ts";
import { ENGLISH } from "../../src/words/english.ts";
import { layerReports } from "../support/report/made_measures.ts";

const [measures] = layerReports;

Deno.test("namePair() names a pair by its class and what tells it from others", () => {
  const name = namePair(measures!, 0, ENGLISH);
  assert.match(name, /^Kernel 0, edge, DC gain [\d.]+, photo share [\d.]+$/);
  assert.match(namePair(measures!, 0, CHINESE), /^卷积核 0，/);
});

Deno.test("namePair() names a pair of which nothing was measured by its number", () => {
  assert.equal(namePair(null, 7, ENGLISH), "Kernel 7");
});

Deno.test("titlePair() adds the word of the class that a map stands for", () => {
  const measures = { labels: ["tench", null] };
  assert.equal(titlePair(measures, 0, ENGLISH), "Pair 0: tench");
  assert.equal(titlePair(measures, 1, ENGLISH), "Pair 1");
  assert.equal(titlePair(null, 0, ENGLISH), "Pair 0");
});
