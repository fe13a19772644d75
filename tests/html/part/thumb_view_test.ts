import assert from "node:assert/strict";
import { viewThumb } from "../../../src/html/part/thumb_view.ts";
import { layoutPicture } from "../../support/report/report_fixture.ts";

const place = { src: "a.png", alt: "a", width: 212, height: 58 };

Deno.test("viewThumb() enlarges by whole steps and cuts after whole rows", () => {
  const picture = layoutPicture("kernels", "a.png", { count: 64, tile: [11, 11] }); // 106 × 106
  const { width, height, soft } = viewThumb(picture, place);
  assert.deepEqual([width, height, soft], [212, 56, false]); // (2 + 2 × 13) × 2
});

Deno.test("viewThumb() shrinks what is too wide", () => {
  const picture = layoutPicture("maps", "a.png", { count: 64, tile: [55, 55] }); // 458 × 458
  const { width, height, soft } = viewThumb(picture, place);
  assert.deepEqual([width, height, soft], [212, 54, true]); // (2 + 2 × 57) × 212 ÷ 458
});

Deno.test("viewThumb() keeps a tile of a single row whole", () => {
  const picture = layoutPicture("maps", "a.png", { count: 1, tile: [120, 80] });
  const { width, height } = viewThumb(picture, place);
  assert.deepEqual([width, height], [87, 58]);
});
