import assert from "node:assert/strict";
import { planPicture } from "../../../src/plan/picture.ts";
import type { PictureKind } from "../../../src/plan/picture_kind.ts";
import type { ReportLayer } from "../../../src/report/report_layer.ts";
import { listPanelPictures } from "../../../src/site/tile/panel_pictures.ts";
import { ENGLISH } from "../../../src/words/english.ts";
import { rgbLayer } from "../../support/report/report_fixture.ts";

const grid = { nrow: 8, padding: 2, padValue: 0 };
const plan = (kind: PictureKind, photo: string | null = null) =>
  planPicture(kind, [4, 3, 5, 5], { grid, photo });
const view = (kind: PictureKind) => {
  const picture = plan(kind);
  return { pictures: [picture], picture, averagedFrom: null, missing: null, reason: null };
};
const none = {
  ...{ pictures: [], picture: null, averagedFrom: null },
  ...{ missing: "not asked for", reason: null },
};

const layer: ReportLayer = {
  ...rgbLayer,
  pictures: [plan("strongest"), plan("slices")],
  maps: ["cat", "dog"].map((photo, i) => {
    return { ...rgbLayer.maps[i]!, image: photo, pictures: [plan("maps", photo)] };
  }),
  effective: view("effective"),
  projections: view("projections"),
};

function listKinds(layer: ReportLayer, words = ENGLISH): readonly string[] {
  return listPanelPictures(layer, words).map(({ picture }) => picture.kind);
}

Deno.test("listPanelPictures() leaves out what has a place of its own, and what is missing", () => {
  assert.deepEqual(listKinds(layer), ["projections"]);
  assert.deepEqual(listKinds({ ...layer, projections: none }), []);
});

Deno.test("listPanelPictures() says from what to what a field is averaged", () => {
  const projections = { ...view("projections"), averagedFrom: [107, 91] };
  const heads = listPanelPictures({ ...layer, projections }, ENGLISH).map(({ heading }) => heading);
  assert.deepEqual(heads, [
    `${ENGLISH.picture.projections.heading}; 107 × 91 pixels, averaged to 5 × 5`,
  ]);
});

Deno.test("listPanelPictures() lists whatever picture of the kernels has a heading", () => {
  const picture = { ...ENGLISH.picture, slices: { scale: "grey", heading: "Slices" } };
  const kinds = listKinds(layer, { ...ENGLISH, picture });
  assert.deepEqual(kinds, ["projections", "slices"]);
});

Deno.test("listPanelPictures() lists a picture of maps once, that of the first photo", () => {
  const picture = { ...ENGLISH.picture, maps: { scale: "grey", heading: "Maps" } };
  const files = (maps: ReportLayer["maps"]) =>
    listPanelPictures({ ...layer, maps }, { ...ENGLISH, picture }).map(({ picture }) =>
      picture.file
    );
  const views = ["projections.png"];
  assert.deepEqual(files(layer.maps), [...views, "maps/cat.png"]);
  assert.deepEqual(files(layer.maps.slice(1)), [...views, "maps/dog.png"]);
});

Deno.test("listPanelPictures() lists a picture of composed kernels that has a heading", () => {
  const picture = { ...ENGLISH.picture, effective: { scale: "grey", heading: "Composed" } };
  const effective = { ...view("effective"), averagedFrom: [107, 91] };
  const listed = listPanelPictures({ ...layer, effective }, { ...ENGLISH, picture });
  assert.deepEqual(listed.map(({ heading }) => heading), [
    ENGLISH.picture.projections.heading,
    "Composed; 107 × 91 pixels, averaged to 5 × 5",
  ]);
});
