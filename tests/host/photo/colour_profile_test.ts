import assert from "node:assert/strict";
import { readProfileName } from "../../../src/host/photo/colour_profile.ts";

// A profile with one tag, which stands behind the table.
function encodeProfile(tag: Uint8Array, { start = 144 } = {}): Uint8Array {
  const bytes = new Uint8Array(144 + tag.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(128, 1); // tags
  bytes.set(new TextEncoder().encode("desc"), 132);
  view.setUint32(136, start);
  view.setUint32(140, tag.length);
  bytes.set(tag, 144);
  return bytes;
}

// Of version 2: in ASCII, with its length.
function describe(name: string): Uint8Array {
  const bytes = new Uint8Array(12 + name.length + 1);
  bytes.set(new TextEncoder().encode("desc"));
  new DataView(bytes.buffer).setUint32(8, name.length + 1);
  bytes.set(new TextEncoder().encode(name), 12);
  return bytes;
}

// Of version 4: in UTF-16, one text for each language.
function translate(name: string): Uint8Array {
  const bytes = new Uint8Array(28 + 2 * name.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("mluc"));
  view.setUint32(8, 1); // languages
  view.setUint32(12, 12); // the size of each entry
  bytes.set(new TextEncoder().encode("enUS"), 16);
  view.setUint32(20, 2 * name.length);
  view.setUint32(24, 28);
  [...name].forEach((letter, i) => view.setUint16(28 + 2 * i, letter.charCodeAt(0)));
  return bytes;
}

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ["of version 2", encodeProfile(describe("Adobe RGB (1998)")), "Adobe RGB (1998)"],
  ["of version 4", encodeProfile(translate("Display P3 é")), "Display P3 é"],
  ["of several lines", encodeProfile(describe("a\nb\u0000c")), "a b c"],
  ["that is long", encodeProfile(describe("x".repeat(200))), `${"x".repeat(80)}…`],
  ["that is empty", encodeProfile(describe("")), "unnamed"],
  ["of another type", encodeProfile(new TextEncoder().encode("text....")), "unnamed"],
  ["beyond the profile's end", encodeProfile(describe("P3"), { start: 2 ** 31 }), "unnamed"],
  ["of no profile", new Uint8Array(8), "unnamed"],
];

for (const [what, profile, name] of cases) {
  Deno.test(`readProfileName() reads a name ${what}`, () => {
    assert.equal(readProfileName(profile), name);
  });
}

Deno.test("readProfileName() ends for a table of any length", () => {
  const profile = encodeProfile(describe("P3"));
  profile.fill(255, 128, 136); // four thousand million tags, the first of another name
  assert.equal(readProfileName(profile), "unnamed");
});
