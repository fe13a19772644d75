import assert from "node:assert/strict";
import { viewPhotos } from "../../src/site/photo_view.ts";
import { WORDS } from "../../src/words/translations.ts";
import { report } from "../support/report/report_fixture.ts";

type Profile = "ignore" | "convert";

function describe(
  name: string | null,
  profile: Profile,
  language: "en" | "zh-CN" = "en",
): string | null {
  const images = report.images.map((image) => ({ ...image, profile: name }));
  const [model] = report.models;
  const seen = { ...model!, preprocess: { ...model!.preprocess, profile } };
  const options = { root: "", ids: [images[0]!.id], words: WORDS[language] };
  return viewPhotos({ ...report, images }, seen, options)[0]!.note;
}

Deno.test("viewPhotos() says which profile a photo carries and what was done with it", () => {
  assert.equal(describe("Display P3", "ignore"), "carries “Display P3”; levels as stored");
  assert.equal(describe("Display P3", "convert"), "carries “Display P3”; converted to sRGB");
  assert.match(describe("Display P3", "convert", "zh-CN")!, /“Display P3”；已转换为 sRGB/);
  assert.match(describe("Linear sRGB", "ignore")!, /Linear sRGB/);
  assert.match(describe("sRGB linear", "ignore")!, /sRGB linear/);
});

Deno.test("viewPhotos() says nothing of sRGB and of no profile", () => {
  for (const name of [null, "sRGB", "sRGB IEC61966-2.1", "sRGB built-in"]) {
    assert.equal(describe(name, "ignore"), null);
  }
});
