import assert from "node:assert/strict";
import { planPicture } from "../../src/plan/picture.ts";
import type { PictureKind } from "../../src/plan/picture_kind.ts";
import type { ReportLayer } from "../../src/report/report_layer.ts";
import { listPanelPictures } from "../../src/site/panel_pictures.ts";
import { ENGLISH } from "../../src/words/english.ts";
import { rgbLayer } from "../support/report/report_fixture.ts";

const grid = { nrow: 8, padding: 2, padValue: 0 };
const plan = (kind: PictureKind) => planPicture(kind, [4, 3, 5, 5], { grid });
const view = (kind: PictureKind) => ({ picture: plan(kind), missing: null, reason: null });
const none = { picture: null, missing: "not asked for", reason: null };

const layer: ReportLayer = {
  ...rgbLayer,
  pictures: [plan("sheets"), plan("slices")],
  effective: view("effective"),
  projections: view("projections"),
};

function listKinds(layer: ReportLayer, words = ENGLISH): readonly string[] {
  return listPanelPictures(layer, words).map(({ picture }) => picture.kind);
}

Deno.test("listPanelPictures() leaves out what has a place of its own, and what is missing", () => {
  assert.deepEqual(listKinds(layer), ["projections", "effective"]);
  assert.deepEqual(listKinds({ ...layer, projections: none }), ["effective"]);
  assert.deepEqual(listKinds({ ...layer, projections: none, effective: null }), []);
});

Deno.test("listPanelPictures() lists whatever picture of the kernels has a heading", () => {
  const picture = { ...ENGLISH.picture, sheets: { scale: "grey", heading: "Sheets" } };
  const kinds = listKinds(layer, { ...ENGLISH, picture });
  assert.deepEqual(kinds, ["projections", "effective", "sheets"]);
});
