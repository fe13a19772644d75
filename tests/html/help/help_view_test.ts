import assert from "node:assert/strict";
import type { HelpView } from "../../../src/html/help/help_view.ts";
import { VIEWS } from "../../support/report/template_views.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { renderTexts } from "../../support/report/site_texts.ts";

const { index, model, layer, compare } = VIEWS;
const PAGES: Readonly<Record<string, readonly { readonly help: HelpView }[]>> = {
  index,
  model,
  layer,
  compare,
};

for (const [page, views] of Object.entries(PAGES)) {
  Deno.test(`the help of the page "${page}" says in up to five sentences how it is read`, () => {
    for (const { help: { sentences, keys } } of views) {
      assert.ok(sentences.length <= 5);
      assert.ok(sentences.every(({ sentence }) => /^\S.*\S$/.test(sentence)));
      assert.ok(keys.some((each) => each.keys.includes("?")));
    }
    assert.ok(views[0]!.help.sentences.length >= 3);
  });

  Deno.test(`the help of the page "${page}" explains a word once`, () => {
    for (const { help: { explained } } of views) {
      const ids = explained.flatMap(({ id, words }) => [id, ...words.map((word) => word.id)]);
      assert.deepEqual(ids, [...new Set(ids)]);
      assert.ok(explained.every(({ words }) => words.every(({ meaning }) => meaning.length > 0)));
    }
  });
}

Deno.test("the help of pages with pairs shows a kernel and its map", () => {
  for (const page of ["index", "model", "layer"]) {
    const tiles = PAGES[page]![0]!.help.sentences.filter(({ tile }) => tile !== null);
    assert.ok(tiles.length >= 2, page);
  }
});

Deno.test("the meaning of each measure is a sentence of its own, in every language", () => {
  for (const { measureMeaning } of Object.values(WORDS)) {
    const all = Object.values(measureMeaning).flatMap((of) => Object.values(of) as string[]);
    for (const meaning of all) assert.match(meaning, /[.。]$/);
    assert.equal(new Set(all).size, all.length);
  }
});

Deno.test("no page has an id twice", () => {
  for (const [path, text] of renderTexts(report, layerReports)) {
    if (!path.endsWith(".html")) continue;
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], path);
  }
});
