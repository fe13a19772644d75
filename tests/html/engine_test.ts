import assert from "node:assert/strict";
import { listTemplates } from "../../build/template_files.ts";
import { renderTemplate, type Views } from "../../src/html/engine.ts";
import { viewIndex } from "../../src/html/overview/index_view.ts";
import * as sources from "../../src/html/templates.ts";
import { SITE, VIEWS } from "../support/report/template_views.ts";
import { watchView } from "../support/report/strict_view.ts";

for (const name of Object.keys(VIEWS) as (keyof Views)[]) {
  Deno.test(`renderTemplate() reads of the view of ${name} what is there, and all of it`, () => {
    const unread = VIEWS[name].map((view: object) => {
      const watched = watchView(view);
      assert.equal(render(name, watched.view), render(name, view));
      return watched.listUnread();
    });
    const never = unread[0]!.filter((path) =>
      !path.startsWith("words.") && unread.every((paths) => paths.includes(path))
    );
    assert.deepEqual(never, []);
  });
}

Deno.test("renderTemplate() throws where a view lacks a field", () => {
  const { title: _, ...view } = viewIndex(SITE);
  assert.throws(() => render("index", view), /"title" not defined/);
});

Deno.test("every template has its line in templates.ts", async () => {
  assert.deepEqual(Object.keys(sources), [...(await listTemplates()).keys()].sort());
});

Deno.test("templates hold no logic beyond each and if, and escape all but the script", async () => {
  for (const [name, path] of await listTemplates()) {
    const text = await Deno.readTextFile(path);
    const escaped = text.replace("<script>{{{script}}}</script>", "");
    for (const [tag] of escaped.matchAll(/\{\{[^}]*\}\}/g)) {
      assert.match(
        tag,
        /^\{\{(#(if|each) (?:@root\.)?[\w./]+|else|\/(if|each|page)|#> page|> @?[\w-]+( [\w.]+)?|(?:@root\.)?[\w./]+)\}\}$/,
        `${name}: ${tag}`,
      );
    }
  }
});

function render(name: keyof Views, view: object): string {
  return renderTemplate(name, view as never);
}
