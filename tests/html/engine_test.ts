import assert from "node:assert/strict";
import { renderTemplate, type Views } from "../../src/html/engine.ts";
import { viewCompare } from "../../src/html/compare_view.ts";
import { viewIndex } from "../../src/html/overview/index_view.ts";
import { viewLayerCss } from "../../src/html/layer/layer_css_view.ts";
import { viewLayer } from "../../src/html/layer/layer_view.ts";
import { viewModel } from "../../src/html/overview/model_view.ts";
import { viewSingleFile } from "../../src/html/single_file_view.ts";
import { layerReports, report } from "../support/report/report_fixture.ts";
import { WORDS } from "../../src/words/words.ts";
import { watchView } from "../support/report/strict_view.ts";

const [model] = report.models;
const words = WORDS.en;
const site = { report, layers: layerReports, words };
const layers = model!.layers.map((layer, i) => {
  return { words, report, model: model!, layer, measures: layerReports[i]! };
});

const bare = { ...report, note: null, models: [], failures: [] };
const empty = { ...model!, inputs: [], layers: [] };

const views: { readonly [Name in keyof Views]: readonly Views[Name][] } = {
  compare: [viewCompare(site), viewCompare({ ...site, report: bare, layers: [] })],
  index: [viewIndex(site), viewIndex({ ...site, report: bare, layers: [] })],
  model: [viewModel(site, model!), viewModel({ ...site, layers: [] }, empty)],
  layer: [
    ...layers.map(viewLayer),
    ...layers.map((subject) => viewLayer({ ...subject, measures: null })),
    viewLayer({ ...layers[1]!, model: { ...model!, inputs: [] } }),
    viewLayer({ ...layers[1]!, model: crowd() }),
  ],
  layerCss: layers.map(({ layer }) => viewLayerCss(layer)),
  singleFile: [
    viewSingleFile(
      new Map<string, Uint8Array | string>([
        ["report.json", JSON.stringify(report)],
        ["images/cat.png", Uint8Array.of(1, 2, 3)],
      ]),
    ),
  ],
};

// So many layers that a page shows the neighbours only.
function crowd(): NonNullable<typeof model> {
  const copies = Array.from({ length: 12 }, (_, i) => ({ ...layers[0]!.layer, id: `copy-${i}` }));
  return { ...model!, layers: [...model!.layers, ...copies] };
}

for (const name of Object.keys(views) as (keyof Views)[]) {
  Deno.test(`renderTemplate() reads of the view of ${name} what is there, and all of it`, () => {
    const unread = views[name].map((view: object) => {
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
  const { title: _, ...view } = viewIndex(site);
  assert.throws(() => render("index", view), /"title" not defined/);
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
