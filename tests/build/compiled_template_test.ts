import assert from "node:assert/strict";
import { compileTemplate } from "../../build/compiled_template.ts";
import { renderTemplate as renderCompiled } from "../../src/html/compiled_engine.ts";
import { renderTemplate, type Views } from "../../src/html/engine.ts";
import { VIEWS } from "../support/report/template_views.ts";

const assets = new URL("../../assets/", import.meta.url);

for (const name of Object.keys(VIEWS) as (keyof Views)[]) {
  Deno.test(`a bundle renders views of ${name} as Handlebars does`, () => {
    for (const view of VIEWS[name]) {
      assert.equal(renderCompiled(name, view as never), renderTemplate(name, view as never));
    }
  });
}

Deno.test("a bundle throws where a view lacks a field", () => {
  const { title: _, ...view } = VIEWS.index[0]!;
  assert.throws(() => renderCompiled("index", view as never), /its view lacks a field/);
});

for (const name of ["templates.js", "report.js"]) {
  Deno.test(`${name} holds neither Handlebars nor what makes functions of text`, async () => {
    const text = await Deno.readTextFile(new URL(name, assets));
    assert.doesNotMatch(text, /Handlebars|\beval\b|\bFunction\(/);
  });
}

const refused = [
  ["{{#unless a}}b{{/unless}}", "unless"],
  ["{{format a}}", "a helper"],
  ["{{> (lookup . 'a')}}", "a computed partial"],
  ["{{@index}}", "@index"],
  ["{{#each}}{{/each}}", "a block of nothing"],
] as const;

for (const [source, what] of refused) {
  Deno.test(`compileTemplate() refuses ${source}`, () => {
    const around = { name: "card.hbs", runtime: "", findPartial: (name: string) => name };
    assert.throws(() => compileTemplate(source, around), {
      name: "SyntaxError",
      message:
        `Cannot compile template "card.hbs": ${what} is none of if, each, a partial and a name`,
    });
  });
}
