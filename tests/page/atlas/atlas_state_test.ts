import assert from "node:assert/strict";
import { formatAtlas, parseAtlas } from "../../../src/page/atlas/atlas_state.ts";

const choices = { rows: ["side", "photo", "never"], sorts: ["place", "name", "photo"] };

function parse(text: string): ReturnType<typeof parseAtlas> {
  return parseAtlas(new URLSearchParams(text), choices);
}

Deno.test("an address keeps the rows, the order and the search of an atlas", () => {
  const said = "rows=side.never&sort=photo&reverse=1&q=side%3C20";
  assert.equal(formatAtlas(parse(said)).toString(), said);
});

Deno.test("an atlas as at first has an empty address", () => {
  assert.equal(formatAtlas(parse("")).toString(), "");
  assert.equal(formatAtlas(parse("rows=side.photo.never&sort=place")).toString(), "");
});

Deno.test("parseAtlas() leaves out what the page does not have", () => {
  assert.deepEqual(parse("rows=photo.gone&sort=gone"), {
    rows: ["photo"],
    sort: "place",
    reversed: false,
    query: "",
  });
});
