import assert from "node:assert/strict";
import { viewFamilies } from "../../../src/html/layer/family_view.ts";
import type { LayerSubject } from "../../../src/site/layer_subject.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { deepLayer, report, rgbLayer } from "../../support/report/report_fixture.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const [rgb, deep] = layerReports;
const words = WORDS.en;
const subject: LayerSubject = {
  ...{ words, report, model: report.models[0]! },
  layer: deepLayer,
  measures: deep!,
};

Deno.test("viewFamilies() names each family by the strongest patch of its kernel", () => {
  const [first, second] = viewFamilies(subject)!.families;
  // Kernel 3 answers to cell 0, 0 of the first photo, and cell 0 reads 51 pixels from −18 on.
  assert.deepEqual(first!.patch, { href: "../../images/chelsea.png", width: "224", height: "224" });
  assert.equal(first!.box, "-18 -18 51 51");
  assert.equal(second!.box, "-10 -18 51 51"); // kernel 7: one cell to the right, 8 pixels
  assert.deepEqual([first!.name, first!.about], ["family 1", "4 kernels, r 0.61"]);
  assert.deepEqual(second!.links.kernels.map(({ index }) => index), ["1", "4", "7"]);
});

Deno.test("viewFamilies() says how many kernels are placed, over what, and from where on", () => {
  const { said, how } = viewFamilies(subject)!;
  assert.match(said, /^7 of 12 kernels stand in 2 families:/);
  assert.match(how!, /at most 8 × 8 cells, .* at least 0\.40 over 2 photos:/);
});

Deno.test("viewFamilies() has a family without a patch where nothing excites its kernel", () => {
  const excitingInside = { ...deep!.excitingInside!, image: Array(12).fill([]) };
  const [first] = viewFamilies({ ...subject, measures: { ...deep!, excitingInside } })!.families;
  assert.deepEqual([first!.patch, first!.box], [null, ""]);
});

Deno.test("viewFamilies() says so where no maps go together, and why where it is not known", () => {
  const families = { correlation: null, of: Array(12).fill(null), families: [] };
  const none = viewFamilies({ ...subject, measures: { ...deep!, families } })!;
  assert.equal(none.said, words.family.none);
  assert.ok(none.how);
  const unknown = { ...subject, measures: { ...deep!, families: null } };
  assert.equal(viewFamilies(unknown)!.said, words.family.tooMany);
  const maps = deepLayer.maps.map((each) => ({ ...each, space: [1, 1] }));
  const small = viewFamilies({ ...unknown, layer: { ...deepLayer, maps } })!;
  assert.equal(small.said, words.family.tooFew(2, 32));
});

Deno.test("viewFamilies() leaves first layers to their classes", () => {
  assert.equal(viewFamilies({ ...subject, layer: rgbLayer, measures: rgb! }), null);
});
