import assert from "node:assert/strict";
import { toPathNames } from "../../src/plan/path_name.ts";
import { countRounds, createChance } from "../support/rounds.ts";

// [what, name, path]
const cases: readonly [string, string, string][] = [
  ["keeps letters, digits, dots, lines and dashes", "Conv_1.a-B", "Conv_1.a-B"],
  ["turns every other run into one dash", "/features/features.0/Conv", "-features-features.0-Conv"],
  ["turns blanks and quotes into a dash", `a "b" 'c'`, "a-b-c-"],
  ["keeps letters of all scripts", "größe 层 слой", "größe-层-слой"],
  ["composes letters and their marks", "o\u0308", "\u00f6"],
  ["turns an emoji into a dash", "cat🐈!", "cat-"],
  ["leaves no way up", "../../etc/passwd", "..-..-etc-passwd"],
  ["leaves no way up on Windows", "..\\..\\x", "..-..-x"],
  ["gives the empty name a name", "", "-"],
  ["gives the folder itself a name", ".", "-"],
  ["gives the folder above a name", "..", "-"],
  ["leaves nothing that HTML reads", "</script><b>&amp;", "-script-b-amp-"],
  ["leaves nothing that an address reads", "a?b=c#d%2e", "a-b-c-d-2e"],
  ["leaves no line or zero byte", "a\nb\0c\u2028d", "a-b-c-d"],
  ["leaves no half of a character", "a\ud83d", "a-"],
];

for (const [what, name, path] of cases) {
  Deno.test(`toPathNames() ${what}`, () => {
    assert.deepEqual(toPathNames([name]), [path]);
  });
}

Deno.test("toPathNames() numbers names that clash", () => {
  assert.deepEqual(toPathNames(["a b", "a-b", "a/b", "c"]), ["a-b", "a-b-2", "a-b-3", "c"]);
});

Deno.test("toPathNames() numbers names that differ in case, which some disks take for one", () => {
  assert.deepEqual(toPathNames(["Conv", "conv", "CONV"]), ["Conv", "conv-2", "CONV-3"]);
});

Deno.test("toPathNames() passes over a number that is taken", () => {
  assert.deepEqual(toPathNames(["a-2", "a", "a"]), ["a-2", "a", "a-3"]);
});

Deno.test("toPathNames() leaves the entries of the folder alone", () => {
  assert.deepEqual(toPathNames(["Assets", "index.html"], ["assets", "index.html"]), [
    "Assets-2",
    "index.html-2",
  ]);
});

Deno.test("toPathNames() tells two long names apart", () => {
  const [first, second] = toPathNames([`${"a".repeat(5000)}1`, `${"a".repeat(5000)}2`]);
  assert.equal(second, `${first}-2`);
});

// File systems take 255 bytes or 255 UTF-16 units; ".png" and "-2" come on top.
for (const letter of ["a", "ö", "层", "𝔸"]) {
  Deno.test(`toPathNames() keeps names of ${letter} short enough for every file system`, () => {
    const [path = ""] = toPathNames([letter.repeat(5000)]);
    assert(new TextEncoder().encode(`${path}-1000.json`).length <= 255);
    assert(path.isWellFormed());
  });
}

const ROUNDS = countRounds(200, 20_000);

Deno.test("toPathNames() gives names that differ, in any case, for names at random", () => {
  const random = createChance(60);
  const signs = [..."aAbB.-_ /\\#%é层🐈<"];
  for (let round = 0; round < ROUNDS; round++) {
    const names = Array.from(
      { length: 20 },
      () =>
        Array.from({ length: random.whole(0, 3) }, () => signs[random.whole(0, signs.length - 1)])
          .join(""),
    );
    const paths = toPathNames(names, ["index.html"]);
    assert.equal(new Set(paths.map((path) => path.toLowerCase())).size, names.length);
    assert(paths.every((path) => /^[\p{L}\p{M}\p{N}._-]+$/u.test(path) && !/^\.*$/.test(path)));
  }
});
