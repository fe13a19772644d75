import assert from "node:assert/strict";
import type { PatchSheets } from "../../../src/report/dataset/dataset_pictures.ts";
import { cutPatch, cutPatches } from "../../../src/site/dataset/patch_tiles.ts";
import { layoutPatches } from "../../support/report/made_dataset.ts";

const sheets = layoutPatches(10, 4, 11);
const link = (file: string): string => `x/${file}`;
const options = { alt: "patches", side: 22, link };

Deno.test("cutPatches() cuts the row of a kernel out of the picture that holds it", () => {
  const { href, box, width, height, shownWidth, shownHeight, seams } = cutPatches(sheets, 7, {
    ...options,
    count: 3,
  })!;
  assert.deepEqual(
    { href, box, width, height, shownWidth, shownHeight, seams },
    {
      ...{ href: "x/patches/strongest-1.webp", box: "0 22 33 11", width: 44, height: 55 },
      ...{ shownWidth: 66, shownHeight: 22, seams: "M11 22v11M22 22v11" },
    },
  );
});

Deno.test("cutPatches() finds kernels that stand beside each other", () => {
  const wide: PatchSheets = { ...sheets, columns: 2, kernels: 10 };
  const { box, seams } = cutPatches(wide, 3, { ...options, count: 2 })!;
  assert.deepEqual({ box, seams }, { box: "44 11 22 11", seams: "M55 11v11" });
});

Deno.test("cutPatches() gives nothing of a kernel that no picture has, or of no tiles", () => {
  assert.equal(cutPatches(sheets, 10, { ...options, count: 1 }), null);
  assert.equal(cutPatches(sheets, 0, { ...options, count: 0 }), null);
});

Deno.test("cutPatch() cuts out one tile, unless it is empty or there is no place for it", () => {
  assert.equal(cutPatch(sheets, 0, 2, options)!.box, "22 0 11 11");
  assert.equal(cutPatch(sheets, 0, 1, options), null); // its photo was not there
  assert.equal(cutPatch(sheets, 0, 4, options), null);
});

Deno.test("cutPatch() smooths a tile that does not stand as large as it is", () => {
  assert.equal(cutPatch(sheets, 0, 0, options)!.soft, true);
  assert.equal(cutPatch(sheets, 0, 0, { ...options, side: 11 })!.soft, false);
});
