import assert from "node:assert/strict";
import * as sources from "../../src/html/templates.ts";

const templates: Readonly<Record<string, string>> = sources;

// The figures, the rows of the panel and the tables: what pages and their script draw.
const FIGURES = [
  "circuit_rows",
  "correlations",
  "exciting",
  "experiments",
  "flags",
  "halo",
  "kernel_class",
  "measures",
  "neighbours",
  "pair_details",
  "plot",
  "point",
  "quad",
  "scatter",
  "shot",
  "slice_frames",
  "sum_terms",
];

// What only says how text, marks, tiles and tables look, in any template.
const LOOKS = [
  "cap",
  "how",
  "kernel",
  "mark",
  "measures",
  "muted",
  "numbers",
  "plain",
  "say",
  "scripted",
  "scroll",
  "tall",
  "vh",
];

function listClasses(template: string): readonly string[] {
  const values = [...template.matchAll(/\bclass="([^"]*)"/g)].map(([, value]) => value!);
  return values.flatMap((value) => value.replaceAll(/\{\{[^}]*\}\}/g, " ").match(/\S+/g) ?? []);
}

function findTemplates(name: string): readonly string[] {
  return Object.keys(templates).filter((each) => listClasses(templates[each]!).includes(name));
}

const own = new Set(FIGURES.flatMap((name) => listClasses(templates[name]!)));

for (const name of own) {
  if (LOOKS.includes(name)) continue;
  Deno.test(`markup of the class "${name}" is written in one template`, () => {
    assert.equal(findTemplates(name).length, 1, findTemplates(name).join(", "));
  });
}

Deno.test("a class that any template may use is used by some", () => {
  assert.deepEqual(LOOKS.filter((name) => findTemplates(name).length < 2 || !own.has(name)), []);
});

for (const [name, template] of Object.entries(templates)) {
  const pictures = template.match(/<[^>]*\brole="img"[^>]*>/g) ?? [];
  if (pictures.length === 0) continue;
  Deno.test(`pictures of the template "${name}" have a name before they are drawn`, () => {
    for (const picture of pictures) assert.match(picture, /\baria-label(ledby)?="[^"]/);
  });
}
