import assert from "node:assert/strict";
import { RANKING_KEYS } from "../../../src/site/compare/ranking_state.ts";
import { ACTS, CONTROLS, OUTS, TILES } from "../../../src/site/hook/hook_names.ts";
import { HEAD_HOOKS, HOOKS } from "../../../src/site/hook/hooks.ts";
import * as sources from "../../../src/html/templates.ts";

const templates = Object.values(sources).join("\n");
const script = await readScript(new URL("../../../src/page/", import.meta.url));

// Written by the script itself: for pictures of a report in one file, and at tiles.
const OWN = ["data-src", "data-said", "data-verdict"];

async function readScript(folder: URL): Promise<string> {
  let text = "";
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    text += isDirectory
      ? await readScript(new URL(`${name}/`, folder))
      : await Deno.readTextFile(new URL(name, folder));
  }
  return text;
}

// The selectors of the tables; of a table of names the one with the first of them.
const selectors = Object.entries({ ...HEAD_HOOKS, ...HOOKS }).map(([name, hook]) => {
  return { name, selector: typeof hook === "string" ? hook : String(hook("#" as never)) };
});

/** Lists the names in a selector: `#help` is `id="help"`, `.plot` a class, `[data-do]` itself. */
function listNames(selector: string): string[] {
  const bare = selector.replaceAll(/=("[^"]*"|'[^']*')/g, "");
  return [
    ...[...bare.matchAll(/#([\w-]+)/g)].map(([, id]) => `id="${id}"`),
    ...[...bare.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!),
    ...[...bare.matchAll(/\[(data-[\w-]+)/g)].map(([, name]) => name!),
  ];
}

for (const { name, selector } of selectors) {
  Deno.test(`HOOKS.${name} finds what a template writes, and the script looks for it`, () => {
    const missing = listNames(selector).filter((each) => {
      return !OWN.includes(each) && !new RegExp(`(?<![\\w-])${each}(?![\\w-])`).test(templates);
    });
    assert.deepEqual(missing, []);
    assert.match(script, new RegExp(`HOOKS\\.${name}\\b`));
  });
}

/** Lists the values that templates give an attribute; `range-{{name}}` is one for each side. */
function listValues(attribute: string): string[] {
  const found = [...templates.matchAll(new RegExp(`[\\s]${attribute}="([^"]*)"`, "g"))];
  const values = found.flatMap(([, value]) =>
    value!.includes("{{name}}")
      ? ["a", "b"].map((side) => value!.replace("{{name}}", side))
      : value!
  );
  return [...new Set(values)].sort();
}

const LISTS = { "data-out": OUTS, "data-tile": TILES, "data-do": ACTS };

for (const [attribute, values] of Object.entries(LISTS)) {
  Deno.test(`templates write as ${attribute} what the table lists, and all of it`, () => {
    assert.deepEqual(listValues(attribute), [...values].sort());
  });
}

Deno.test("templates name all controls that the table lists", () => {
  const written = listValues("name");
  assert.deepEqual(CONTROLS.filter((field) => !written.includes(field)), []);
});

Deno.test("the script reads no data of an element that no template writes", () => {
  const read = [...script.matchAll(/\bdataset\.(\w+)/g)].map(([, name]) => {
    return `data-${name!.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  });
  assert.ok(read.length > 10);
  const unknown = read.filter((name) => !OWN.includes(name) && !templates.includes(name));
  assert.deepEqual([...new Set(unknown)], ["data-theme"]); // the choice of the reader, on the root
});

// What marks a file that is deflated by being there, what the style looks for, and what the rows of a
// ranking are sorted by.
const OTHERS = ["data-deflated", "data-layout"].concat(
  RANKING_KEYS.map((key) => `data-${key}`),
);

Deno.test("templates hold no data for the script that it does not know", () => {
  const written = new Set(templates.match(/(?<=\s)data-[a-z-]+/g));
  const known = new Set(selectors.flatMap(({ selector }) => listNames(selector)));
  const camel = (name: string): string =>
    name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const unknown = [...written].filter((name) => {
    return !known.has(name) && !script.includes(`dataset.${camel(name)}`);
  });
  assert.deepEqual(unknown.sort(), OTHERS.sort());
});

Deno.test("the script looks for nothing by a selector of its own", () => {
  const calls = script.matchAll(
    /\b(?:find|findAll|findPart|querySelector|querySelectorAll|closest|matches)(?:<[^>]*>)?\(\s*(["'`][^"'`]*)/g,
  );
  const literals = [...calls].map(([, literal]) => literal!.slice(1));
  assert.deepEqual(literals.filter((literal) => !/^[a-z0-9]+$/i.test(literal)), []);
});
