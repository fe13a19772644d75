import assert from "node:assert/strict";
import type { Picture } from "../../../src/plan/picture.ts";
import {
  findKernelPicture,
  findKernelView,
  listKernelViews,
} from "../../../src/site/tile/kernel_view.ts";
import type { ReportLayer } from "../../../src/report/report_layer.ts";
import { describeTiles, describeView } from "../../../src/site/tile/view_text.ts";
import { ENGLISH } from "../../../src/words/english.ts";
import { deepLayer, kernelsOnly, mapsOnly, rgbLayer } from "../../support/report/report_fixture.ts";

const listNames = (layer: ReportLayer) => listKernelViews(layer).map(({ view }) => view);

Deno.test("listKernelViews() offers only what is there, composed kernels first", () => {
  assert.deepEqual(listNames(deepLayer), ["composed", "leading", "slices"]);
  assert.deepEqual(listNames({ ...deepLayer, effective: null }), ["leading", "slices"]);
  assert.deepEqual(listNames(rgbLayer), ["weights"]);
  assert.deepEqual(listNames(mapsOnly), []);
});

Deno.test("listKernelViews() keeps the colours of tiles that have their own", () => {
  const own = [rgbLayer, deepLayer, kernelsOnly].flatMap(listKernelViews);
  assert.deepEqual(own.map(({ view, coloured, readable }) => [view, coloured, readable]), [
    ["weights", true, true],
    ["composed", true, false],
    ["leading", true, false],
    ["slices", false, true],
    ["weights", kernelsOnly.inChannels === 3, true],
  ]);
});

Deno.test("findKernelView() takes the first choice where a layer has not what is asked for", () => {
  assert.equal(findKernelView(deepLayer, "slices")?.picture.kind, "strongest");
  assert.equal(findKernelView(deepLayer, "weights")?.picture.kind, "effective");
  assert.equal(findKernelView(rgbLayer, "slices")?.picture.kind, "kernels");
  assert.equal(findKernelView(mapsOnly, "slices"), null);
  assert.equal(findKernelPicture(deepLayer)?.kind, "effective");
});

Deno.test("listKernelViews() lays tile k of every view in the same row and column", () => {
  const places = ({ columns }: Picture) => columns;
  const columns = listKernelViews(deepLayer).map(({ picture }) => places(picture));
  assert.equal(new Set(columns).size, 1, String(columns));
});

Deno.test("describeView() says what a tile leaves out, and from what it is averaged", () => {
  const [composed, , slices] = listKernelViews(deepLayer);
  const { views } = ENGLISH.tools;
  assert.equal(
    describeView(composed!, { layer: deepLayer, measures: null }, ENGLISH),
    views.composed,
  );
  const effective = { ...deepLayer.effective!, averagedFrom: [107, 91] };
  const { tileHeight, tileWidth } = composed!.picture;
  assert.equal(
    describeView(composed!, { layer: { ...deepLayer, effective }, measures: null }, ENGLISH),
    `${views.composed}; 107 × 91 pixels, averaged to ${tileHeight} × ${tileWidth}`,
  );
  assert.equal(
    describeView(slices!, { layer: deepLayer, measures: null }, ENGLISH),
    views.strongest,
  );
  assert.equal(
    describeTiles(composed!, { layer: deepLayer, measures: null }, ENGLISH),
    views.midGrey,
  );
});

Deno.test("describeView() says how much of a kernel its pattern is, and where its colours come from", () => {
  const leading = findKernelView(deepLayer, "leading")!;
  const { views } = ENGLISH.tools;
  const measures = { leading: { share: [0.5, 0.25, null, 0.75], tinted: true } };
  const subject = { layer: deepLayer, measures };
  const [half, quarter, most] = [50, 25, 75].map((share) => `${share}\u202f%`);
  assert.equal(describeView(leading, subject, ENGLISH, 0), views.leading(half!, true));
  const all = views.median(half!, quarter!, most!);
  assert.equal(describeView(leading, subject, ENGLISH), views.leading(all, true));
  const grey = { leading: { ...measures.leading, tinted: false } };
  assert.match(describeView(leading, { ...subject, measures: grey }, ENGLISH)!, /grey/);
  assert.equal(describeTiles(leading, subject, ENGLISH), views.strongestIsLight);
});
