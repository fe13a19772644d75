import assert from "node:assert/strict";
import type { Flag, PairFacts } from "../../../src/page/pair/pair_facts.ts";
import { parseQuery, type QueryProblem } from "../../../src/page/pair/query.ts";
import { formatRanges } from "../../../src/site/number_ranges.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { createRandom } from "../../support/random.ts";

const facts: PairFacts = {
  pairs: 6,
  columns: new Map<string, readonly (number | null)[]>([
    ["norm", [0.1, 0.3, 0.5, null, -0.2, 2]],
    ["nonFinite", [0, 0, 0, 7, 0, 0]],
    ["dcGain", [-1, -0.5, 0, 0.5, 1, 1.004]],
    ["entropy", [0, 1, 2, 3, 4, 5]],
    ["edges", [5, 4, 3, 2, 1, 0]],
  ]),
  classes: {
    what: ["edge", "colour edge", "colour spot", "dead", "spot", "other"],
    confidence: [1, 1, 1, 1, 1, null],
    when: ["rare", "broad", "broad", "never", "rare", null],
    where: ["inside", "padding", "inside", "inside", "padding", null],
    wiring: ["one", "few", "many", "many", "few", null],
    acts: ["both", "both", "excites", "inhibits", "both", null],
    shows: ["photo", "edges", "neither", "neither", "photo", null],
  },
  kinds: ["grey edge", "colour edge", "colour blob", "dead", "high frequency", "other"],
  flags: new Map<Flag, ReadonlySet<number>>([
    ["zero", new Set([3])],
    ["neveron", new Set([0, 4])],
    ["constant", new Set()],
    ["nonfinite", new Set([3])],
    ["duplicate", new Set([1, 2])],
    ["opposite", new Set([4])],
    ["alike", new Set([0, 1, 2, 5])],
    ["border", new Set([0, 5])],
  ]),
  families: [1, null, 2, 1, 12, null],
  tells: null,
  labels: ["tench", null, "Tabby cat", "tiger cat", null, null],
  likeness: [0, 1, 2, 3, 4, 5],
  nearest: [1, 0, 1, null, 1, 1],
  similarity: [0.9, 0.9, 0.4, null, 0.5, -0.1],
};

function ask(
  text: string,
  words = WORDS.en,
  known = facts,
): { readonly found: string; readonly problems: readonly QueryProblem[] } {
  const { matches, problems } = parseQuery(text, {
    facts: known,
    verdictOf: (k) => k === 2 ? "suspicious" : k === 3 ? "dead" : null,
    isFlat: (k) => k === 5,
    words,
    nameMeasure: (id) => id === "norm" ? "范数" : id === "edges" ? "photo share" : id,
  });
  const found = Array.from({ length: known.pairs }, (_, k) => k).filter(matches);
  return { found: found.join(""), problems };
}

function assertFinds(finds: Readonly<Record<string, string>>): void {
  for (const [text, found] of Object.entries(finds)) {
    assert.deepEqual(ask(text), { found, problems: [] }, text);
  }
}

Deno.test("parseQuery() finds all where nothing is asked", () => {
  assertFinds({ "": "012345", "   ": "012345" });
});

Deno.test("parseQuery() finds classes by a part of their name, in any case and in quotes", () => {
  assertFinds({
    "class:spot": "24",
    "CLASS:Spot": "24",
    "kind:edge": "01",
    'class:"colour edge"': "1",
    '"colour edge"': "1",
    'class:"colour edge': "1", // a quote that is not closed yet
    "spot": "24",
  });
});

Deno.test("parseQuery() finds kinds by what scripts call them, where no class is called so", () => {
  assertFinds({ "class:blob": "2", frequency: "4", "class:edge": "01" });
});

Deno.test("parseQuery() finds when a kernel fires and the like, by names of the data or of the page", () => {
  assertFinds({
    "when:rare": "04",
    "fires:rarely": "04",
    "where:padding": "14",
    "wiring:one": "0",
    "inputs:few": "14",
    "acts:inhibits": "3",
    "shows:photo !when:rare": "",
    "map-shows:photo": "04",
  });
  assert.equal(ask("激活:罕见", WORDS["zh-CN"]).found, "04");
  assert.equal(ask("class:斑点 图中可见:照片", WORDS["zh-CN"]).found, "4");
});

Deno.test("parseQuery() finds classes of a classifier by a part of their words", () => {
  assertFinds({
    "tabby": "2",
    "cat": "23",
    'label:"tiger cat"': "3",
    "label:CAT": "23",
    "!tench": "12345",
    "label:dog": "",
  });
  assert.deepEqual(ask("dog").problems, [{ kind: "word", word: "dog", near: null }]);
});

Deno.test("parseQuery() finds families by their numbers", () => {
  assertFinds({
    "family:1": "03",
    "family:2,12": "24",
    "FAMILY:1-2": "023",
    "family:7": "",
    "!family:1-12": "15",
  });
  assert.deepEqual(ask("family:x").problems, [{ kind: "number", term: "family:x" }]);
});

Deno.test("parseQuery() compares measures; what has no value fits no comparison", () => {
  assertFinds({
    "norm>0.3": "25",
    "norm>=0.3": "125",
    "norm<0.3": "04",
    "norm<=0.3": "014",
    "norm=0.3": "1",
    "norm:0.3": "1",
    "norm<0": "4",
    "norm>-1": "01245",
    "norm<−0.1": "4", // the minus that pages print
    "norm>1e0": "5",
    "dcGain=1": "45", // as it is printed
    "dcGain=0": "2",
    "norm>0 norm<1": "012",
  });
});

Deno.test("parseQuery() knows a measure by its beginning where no other begins so", () => {
  assertFinds({ "ent>3": "45", "EDGES>3": "01", "non-finite>0": "3", "dc>0.9": "45" });
  assertFinds({ "范数>0.3": "25", "photo-share>3": "01", "Photo>3": "01" });
  assert.deepEqual(ask("e>3").problems, [{ kind: "key", key: "e", near: null }]);
});

Deno.test("parseQuery() excludes what ! or - stands before", () => {
  assertFinds({
    "!dead": "01245",
    "-dead": "01245",
    '!class:"colour edge"': "02345",
    "!norm>0.3": "0134",
    "-3": "01245",
  });
});

Deno.test("parseQuery() knows flags, alone and by is:", () => {
  assertFinds({
    "dead": "3",
    "is:dead": "3",
    "is:border": "05",
    "is:zero": "3",
    "class:zero": "3", // as the page calls it
    "is:never-on": "04",
    "never-on": "04",
    "alike": "0125",
    "is:non-finite": "3",
    "duplicate": "12",
    "opposite": "4",
    "constant": "",
    "flat": "5",
    "is:flat !duplicate": "5",
  });
});

Deno.test("parseQuery() finds pairs by number, likeness and review", () => {
  assertFinds({
    "k:3,5": "35",
    "k:1-3": "123",
    "k:3,": "3", // the next number is still to come
    "k:4-99,0": "045",
    "kernel:2": "2",
    "2": "2",
    "1-3": "123",
    "like:1": "04",
    "like:1>0.4": "04",
    "like:1>=-0.5": "0245",
    "review:suspicious": "2",
    "review:dead": "3",
    "review:none": "0145",
    "!review:none": "23",
  });
});

Deno.test("parseQuery() leaves out what it does not understand, and says what", () => {
  assert.deepEqual(ask("nrom>0.3 class:spot"), {
    found: "24",
    problems: [{ kind: "key", key: "nrom", near: "norm" }],
  });
  assert.deepEqual(ask("norm>").problems, [{ kind: "number", term: "norm>" }]);
  assert.deepEqual(ask("norm>much").problems, [{ kind: "number", term: "norm>much" }]);
  assert.deepEqual(ask("is:tired").problems, [{ kind: "word", word: "tired", near: "mixed" }]);
  assert.deepEqual(ask("purple").problems, [{ kind: "word", word: "purple", near: null }]);
  assert.deepEqual(ask("like:blue").problems, [{ kind: "number", term: "like:blue" }]);
  assert.deepEqual(ask("k:3-").problems, [{ kind: "number", term: "k:3-" }]);
  assert.deepEqual(ask("k:all").problems, [{ kind: "number", term: "k:all" }]);
  assert.deepEqual(ask("! -"), {
    found: "012345",
    problems: [{ kind: "word", word: "!", near: null }, { kind: "word", word: "-", near: null }],
  });
});

Deno.test("parseQuery() suggests the word that a misspelt one most likely meant", () => {
  const near = (text: string, words = WORDS.en) =>
    ask(text, words).problems.map((problem) => problem.kind === "number" ? null : problem.near);
  assert.deepEqual(near("class:sopt"), ["spot"]);
  assert.deepEqual(near("class:spot,egde"), ["edge"]);
  assert.deepEqual(near("is:dublicate"), ["duplicate"]);
  assert.deepEqual(near("fires:rarly"), ["rarely"]);
  assert.deepEqual(near("class:斑典", WORDS["zh-CN"]), ["斑点"]);
});

Deno.test("parseQuery() takes several classes with commas between them", () => {
  assertFinds({
    "class:edge,spot": "0124",
    "class:spot,": "24", // the next is still to come
    "fires:rarely,broadly": "0124",
    "!class:edge,spot": "35",
  });
});

Deno.test("parseQuery() understands the words and signs of a Chinese page", () => {
  const found = (text: string) => ask(text, WORDS["zh-CN"]);
  for (
    const [text, expected] of Object.entries({
      "类别:斑点": "24",
      "类别：斑点，边缘": "0124",
      "斑点": "24",
      "是:从不激活": "04",
      "从不激活": "04",
      "近零": "3",
      "范数＞0.3": "25",
      "！重复": "0345",
      "家族:1": "03",
      "编号:2-3": "23",
      "评审:可疑": "2",
      "评审:未评": "0145",
      "class:spot": "24",
      "is:never-on": "04",
    })
  ) {
    assert.deepEqual(found(text), { found: expected, problems: [] }, text);
  }
});

Deno.test("parseQuery() finds the other pairs when a term is excluded", () => {
  for (
    const term of [
      "norm>0.3",
      "class:edge",
      "when:rare",
      "dead",
      "k:1-3",
      "like:1>0.4",
      "review:none",
    ]
  ) {
    const [those, others] = [ask(term).found, ask(`!${term}`).found];
    assert.equal([...those, ...others].toSorted().join(""), "012345", term);
  }
});

Deno.test("parseQuery() takes any text without a fall", () => {
  const random = createRandom(7);
  const signs = [...'abk:<>=!-"0123., e−'];
  for (let i = 0; i < 2000; i++) {
    const text = Array.from(
      { length: random.whole(0, 12) },
      () => signs[random.whole(0, signs.length - 1)],
    ).join("");
    assert.ok(ask(text).found.length <= 6, text);
  }
});

Deno.test("formatRanges() writes runs as one, and parseQuery() reads them", () => {
  assert.equal(formatRanges([5, 3, 10, 11, 12]), "3,5,10-12");
  assert.equal(formatRanges([1, 1, 2]), "1-2");
  assert.equal(formatRanges([]), "");
  for (const numbers of [[0], [0, 1], [0, 2, 4], [1, 2, 3, 5]]) {
    assert.equal(ask(`k:${formatRanges(numbers)}`).found, numbers.join(""));
  }
});

Deno.test("parseQuery() finds kernels by the labels that they tell apart, beside the classes of maps", () => {
  const told = { ...facts, tells: [["red disc", "dog"], [], ["stripes"], [], ["Red disc"], []] };
  assert.equal(findWith(told, 'label:"red disc"'), "04");
  assert.equal(findWith(told, "label:disc !label:dog"), "4");
  assert.equal(findWith(told, "label:tench"), "0");
  assert.equal(findWith(told, "label:zebra"), "");
});

Deno.test("parseQuery() asks the dataset how often a kernel is on, where there is one", () => {
  const on = [0.5, 0.4, 0.3, 0.2, 0.1, 0];
  const photos = new Map([...facts.columns, ["on", on]]);
  assert.equal(findWith({ ...facts, columns: photos }, "on<0.15"), "45");
  const dataset = new Map([...photos, ["onPhotos", [0, 0.0005, 0.5, 1, 1, 1]]]);
  assert.equal(findWith({ ...facts, columns: dataset }, "on<0.001"), "01");
  assert.equal(findWith({ ...facts, columns: dataset }, "onPhotos=1"), "345");
});

function findWith(known: PairFacts, text: string): string {
  const { found, problems } = ask(text, WORDS.en, known);
  assert.deepEqual(problems, []);
  return found;
}
