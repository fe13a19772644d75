import assert from "node:assert/strict";
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
  const files = await Array.fromAsync(Deno.readDir(new URL("../../templates", import.meta.url)));
  const names = files.map(({ name }) => name).filter((name) => name.endsWith(".hbs"));
  assert.deepEqual(Object.keys(sources), names.map((name) => name.replace(".hbs", "")).sort());
});

Deno.test("templates hold no logic beyond each and if, and escape all but the script", async () => {
  for await (const { name } of Deno.readDir(new URL("../../templates", import.meta.url))) {
    if (!name.endsWith(".hbs")) continue;
    const text = await Deno.readTextFile(new URL(`../../templates/${name}`, import.meta.url));
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
