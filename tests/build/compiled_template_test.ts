import assert from "node:assert/strict";
import { bundleScript, stopBundling } from "../../build/bundle.ts";
import { compileTemplate } from "../../build/compiled_template.ts";
import { renderTemplate, type Views } from "../../src/html/engine.ts";
import { VIEWS } from "../support/report/template_views.ts";

const { text } = await bundleScript("tests/support/report/compiled_templates.ts").finally(
  stopBundling,
);
(0, eval)(text);
const { renderCompiled } = globalThis as unknown as { renderCompiled: typeof renderTemplate };

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

Deno.test("a bundle holds neither Handlebars nor what makes functions of text", () => {
  assert.doesNotMatch(text, /Handlebars|\beval\b|\bFunction\(/);
});

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
