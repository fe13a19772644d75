import assert from "node:assert/strict";
import { viewCompare } from "../../../src/html/compare/compare_view.ts";
import { rankLayers } from "../../../src/html/ranked/ranked_layers.ts";
import type { ReportComparedLayer } from "../../../src/report/report_comparison.ts";
import { WORDS } from "../../../src/words/translations.ts";
import {
  COMPARED,
  COMPARED_LAYERS,
  COMPARED_REPORT,
} from "../../support/report/made_comparison.ts";

const view = (report = COMPARED_REPORT, language: keyof typeof WORDS = "en") =>
  viewCompare({ report, layers: COMPARED_LAYERS, words: WORDS[language] });
const plain = (text: string) => text.replaceAll("\u202f", " ");
const compare = (...layers: readonly ReportComparedLayer[]) => {
  const [comparison] = COMPARED_REPORT.comparisons;
  return view({ ...COMPARED_REPORT, comparisons: [{ ...comparison!, layers }] }).rankings[0]!;
};
const [conv1, deep, bare] = COMPARED as readonly [
  ReportComparedLayer,
  ReportComparedLayer,
  ReportComparedLayer,
];

Deno.test("viewCompare() says first which layer differs most, and by how much", () => {
  const { rankings: [ranking], lead } = view();
  assert.match(
    plain(ranking!.heading),
    /against int8: the worst map of .* differs by 17 %, of .* by 5 %$/s,
  );
  assert.equal(lead, null);
  assert.match(
    plain(view(COMPARED_REPORT, "zh-CN").rankings[0]!.heading),
    /相差 17 %，.*相差 5 %$/s,
  );
});

Deno.test("viewCompare() says that no map differs, and that none is compared", () => {
  const same = { ...conv1, medianError: 0, worstError: 0, medianSnr: null, worstSnr: null };
  assert.match(compare(same).heading, /against int8: no map differs$/);
  assert.match(compare(bare).heading, /against int8: no maps are compared$/);
  assert.deepEqual(compare(same).charts, []);
  assert.deepEqual(compare(bare).charts, []);
});

Deno.test("viewCompare() ranks layers by their worst map; those without maps come last", () => {
  const { rankings: [ranking] } = view();
  const [first, second, third] = ranking!.rows;
  assert.deepEqual(
    ranking!.rows.map(({ keys }) => keys),
    [["1", "0.174", "0.06", ""], ["0", "0.05", "0.02", "0.01"], ["2", "", "", "0.01"]]
      .map(([graph, worst, median, moved]) => ({ graph, worst, median, moved })),
  );
  assert.equal(plain(first!.worst!.error), "17.40 %");
  assert.equal(plain(second!.worst!.error), "5.00 %");
  assert.equal(plain(second!.worst!.snr), "26.0 dB");
  assert.equal(third!.worst, null);
  assert.match(third!.missing!, /./);
});

Deno.test("rankLayers() puts layers of no error before those without maps, and these by their kernels", () => {
  const same = { ...conv1, worstError: 0 };
  const still = { ...bare, kernels: null };
  assert.deepEqual(rankLayers([still, bare, same, deep]), [deep, same, bare, still]);
});

Deno.test("a row leads to the pair whose maps differ most, on the photo and behind what is compared", () => {
  const { rankings: [ranking] } = view();
  const state = new URLSearchParams(ranking!.rows[0]!.href.slice(1));
  assert.deepEqual(Object.fromEntries(state), {
    a: "net-1.0/features.3-Conv",
    ai: "chelsea",
    b: "int8/features.3-Conv",
    bi: "chelsea",
    k: "11",
    of: "maps",
    stage: "after",
    sort: "error",
  });
});

Deno.test("a row says how layers and kernels go together where it is not by name and place", () => {
  const { notes, maps } = view().rankings[0]!.rows[0]!;
  assert.deepEqual(notes, [
    "by order",
    "2 kernels at other places",
    "A behind the activation, B own output",
  ]);
  assert.match(maps!.pair, /^pair 11 with 2 on /);
});

Deno.test("the pictures of a row show A and B in the range that they share", () => {
  const { a, b, apart } = view().rankings[0]!.rows[1]!.maps!;
  assert.equal(a!.href, "net-1.0/conv1/maps/chelsea.png");
  assert.equal(b!.href, "int8/conv1/maps/chelsea.png");
  assert.deepEqual([a!.veil, b!.veil], [null, null]); // the copies have one range
  const { k, rectified, values } = JSON.parse(apart!.b);
  assert.deepEqual([k, rectified, values.dims], [3, false, [10, 55, 55]]);
});

Deno.test("the facts tell what goes with nothing, and that photos are not seen alike", () => {
  const { facts } = view().rankings[0]!;
  assert.match(plain(facts[0]!), /^The kernel that moved furthest is 7 of .*, by 3 %\.$/);
  assert.equal(facts[1], "2 layers paired by name, 1 by order.");
  assert.match(facts[3]!, /do not see the photos alike/);
  assert.match(facts.at(-1)!, /^Only in int8: /);
});

Deno.test("the chart has a column a layer with maps, in the order of the graph, in both units", () => {
  const [error, snr] = view().rankings[0]!.charts;
  assert.deepEqual([error!.columns.length, snr!.columns.length], [2, 2]);
  const [first, second] = error!.columns;
  assert.ok(first!.x < second!.x && first!.worst > second!.worst);
  assert.ok(snr!.columns[0]!.worst < snr!.columns[1]!.worst, "a low ratio stands low");
  assert.match(plain(second!.title), /: worst map 17.4 %, median 6 %$/);
});

Deno.test("a layer that is compared chooses its twin, whatever that is called", () => {
  const [{ layers } = { layers: [] }] = view().sides[0]!.models;
  assert.equal(layers[0]!.twins, "int8/conv1");
});
