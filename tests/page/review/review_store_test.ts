import assert from "node:assert/strict";
import type { Review } from "../../../src/config/review.ts";
import { parseReviewFile } from "../../../src/config/review_file.ts";
import {
  decodeReviews,
  markPair,
  type MergedPlace,
  mergeReviews,
  serialiseReviews,
} from "../../../src/page/review/review_store.ts";
import { REVIEW_EN } from "../../../src/words/en/review_words.ts";
import { REVIEW_ZH } from "../../../src/words/zh/review_words.ts";

const words = REVIEW_EN;
const sha256 = "0123456789abcdef".repeat(4);
const place: MergedPlace = {
  model: { id: "alex-net", name: "alex net", sha256 },
  layer: { id: "features-0", name: "features/0", pairs: 64 },
  pairsOf: null,
};

function review(fields: Partial<Review> = {}): Review {
  return {
    model: "alex net",
    sha256,
    layer: "features-0",
    kernel: 3,
    verdict: "fine",
    note: "",
    reviewer: null,
    ...fields,
  };
}

function file(...reviews: unknown[]): string {
  return JSON.stringify({ format: "convatlas-review", version: 1, reviews });
}

const entry = { model: "m", layer: "l", kernel: 0, verdict: "dead" };

Deno.test("serialiseReviews() writes the same bytes for the same marks in any order", () => {
  const marks = [
    review({ kernel: 10 }),
    review({ layer: "features-3", kernel: 0 }),
    review({ kernel: 9, note: "a\nb", reviewer: "Ana" }),
    review({ model: "a", sha256: null, layer: "z" }),
  ];
  const text = serialiseReviews(marks);
  assert.equal(serialiseReviews(marks.toReversed()), text);
  assert.deepEqual(
    decodeReviews(text, words).reviews.map(({ model, layer, kernel }) => [model, layer, kernel]),
    [["a", "z", 3], ["alex net", "features-0", 9], ["alex net", "features-0", 10], [
      "alex net",
      "features-3",
      0,
    ]],
  );
});

Deno.test("what serialiseReviews() writes, a config's reviews take, and both read the same", () => {
  const text = serialiseReviews([review(), review({ kernel: 4, sha256: null, reviewer: "Ana" })]);
  const { reviews, refused } = decodeReviews(text, words);
  assert.deepEqual(refused, []);
  assert.deepEqual(parseReviewFile(new TextEncoder().encode(text), "a.json"), reviews);
});

// [what, text, reason]
const files: readonly [string, string, string][] = [
  ["text that is not JSON", "{ no", words.notJson],
  ["a list", "[]", "found an empty list, expected an object {format, version, reviews}"],
  [
    "another format",
    '{"format":"x","version":1,"reviews":[]}',
    'format: found "x", expected "convatlas-review"',
  ],
  [
    "another version",
    '{"format":"convatlas-review","version":2,"reviews":[]}',
    "version: found 2, expected 1",
  ],
  [
    "no version",
    '{"format":"convatlas-review","reviews":[]}',
    "version: missing, expected 1",
  ],
];

for (const [what, text, reason] of files) {
  Deno.test(`decodeReviews() refuses ${what}, as parseReviewFile() does`, () => {
    assert.deepEqual(decodeReviews(text, words), { reviews: [], refused: [reason] });
    assert.throws(() => parseReviewFile(new TextEncoder().encode(text), "a.json"));
  });
}

const KNOWN = "Known keys: model, sha256, layer, kernel, verdict, note, reviewer";

// [what, entry, reason]
const entries: readonly [string, unknown, string][] = [
  [
    "an entry that is no object",
    3,
    ": found 3, expected an object {model, sha256, layer, kernel, verdict, note, reviewer}",
  ],
  [
    "another verdict",
    { ...entry, verdict: "ok" },
    '.verdict: found "ok", expected one of "fine", "suspicious", "dead"',
  ],
  [
    "no verdict",
    { ...entry, verdict: undefined },
    '.verdict: missing, expected one of "fine", "suspicious", "dead"',
  ],
  ["a kernel in words", { ...entry, kernel: "3" }, '.kernel: found "3", expected an integer >= 0'],
  [
    "a fraction of a kernel",
    { ...entry, kernel: 0.5 },
    ".kernel: found 0.5, expected an integer >= 0",
  ],
  [
    "no model",
    { ...entry, model: "" },
    '.model: found "", expected the name of a model, at most 1000 characters',
  ],
  [
    "a long note",
    { ...entry, note: "x".repeat(2001) },
    `.note: found "${"x".repeat(39)}…", expected a text of at most 2000 characters`,
  ],
  [
    "a short hash",
    { ...entry, sha256: "0f" },
    '.sha256: found "0f", expected 64 hexadecimal digits',
  ],
  [
    "null for a reviewer",
    { ...entry, reviewer: null },
    ".reviewer: found null, expected a name, at most 1000 characters",
  ],
  [
    "an unknown field",
    { ...entry, notes: "" },
    '.notes: unknown key; did you mean "note"? ' + KNOWN,
  ],
];

for (const [what, bad, reason] of entries) {
  Deno.test(`decodeReviews() refuses ${what} and takes the rest; parseReviewFile() refuses it`, () => {
    const text = file(entry, bad, { ...entry, kernel: 1 });
    const { reviews, refused } = decodeReviews(text, words);
    assert.deepEqual(reviews.map(({ kernel }) => kernel), [0, 1]);
    assert.deepEqual(refused, [`reviews[1]${reason}`]);
    assert.throws(() => parseReviewFile(new TextEncoder().encode(text), "a.json"));
  });
}

Deno.test("decodeReviews() says in Chinese why it refuses, and names long keys in short", () => {
  const text = file({ ...entry, verdict: "ok" }, { ...entry, ["x".repeat(99)]: 1 });
  assert.deepEqual(decodeReviews(text, REVIEW_ZH).refused, [
    '`reviews[0].verdict` 现为 `"ok"`，应为 “fine”、“suspicious”、“dead” 之一',
    `\`reviews[1]["${"x".repeat(39)}…"]\` 是未知的键；` +
    "已知的键为 {model, sha256, layer, kernel, verdict, note, reviewer}",
  ]);
});

Deno.test("decodeReviews() reads a hash in capitals, and a byte order mark", () => {
  const text = `\uFEFF${file({ ...entry, sha256: sha256.toUpperCase() })}`;
  assert.deepEqual(decodeReviews(text, words).reviews[0]!.sha256, sha256);
});

Deno.test("mergeReviews() takes what is of this model's file and counts what it replaces", () => {
  const marks = [review({ kernel: 1 }), review({ kernel: 2 }), review({ layer: "features-3" })];
  const coming = [
    review({ kernel: 1 }), // the same again
    review({ kernel: 2, verdict: "dead" }),
    review({ model: "alex-net", sha256: null, layer: "features/0", kernel: 63 }),
    review({ layer: "features-6", kernel: 999 }), // which only that layer's page can judge
  ];
  const merged = mergeReviews(marks, coming, place, words);
  const { taken, replaced, elsewhere, refused } = merged;
  assert.deepEqual({ taken, replaced, elsewhere }, { taken: 4, replaced: 1, elsewhere: 1 });
  assert.deepEqual(refused, []);
  assert.deepEqual(
    merged.reviews.map(({ layer, kernel, verdict }) => `${layer} ${kernel} ${verdict}`),
    [
      "features-0 1 fine",
      "features-0 2 dead",
      "features-3 3 fine",
      "features-0 63 fine",
      "features-6 999 fine",
    ],
  );
});

Deno.test("mergeReviews() refuses what is not of this model, file or layer, and says why", () => {
  const coming = [
    review({ model: "vgg" }),
    review({ sha256: "0".repeat(64) }),
    review({ kernel: 64 }),
    review({ kernel: 5 }),
    review({ kernel: 5, verdict: "dead" }),
  ];
  const { reviews, taken, refused } = mergeReviews([], coming, place, words);
  assert.equal(taken, 1);
  assert.deepEqual(reviews.map(({ kernel, verdict }) => [kernel, verdict]), [[5, "dead"]]);
  assert.deepEqual(refused, [
    words.otherModel("vgg"),
    words.otherFile("alex net"),
    words.noKernel(64, "features-0", 64),
    words.twice(5, "features-0"),
  ]);
});

Deno.test("mergeReviews() takes no name of a layer that may be another layer's folder", () => {
  const twin = { ...place, layer: { id: "conv-2", name: "conv", pairs: 4 } };
  const { elsewhere, reviews } = mergeReviews([], [review({ layer: "conv" })], twin, words);
  assert.equal(elsewhere, 1);
  assert.equal(reviews[0]!.layer, "conv");
});

Deno.test("markPair() sets one mark of a pair, and takes it back", () => {
  const others = [review({ layer: "features-3" }), review({ kernel: 4 })];
  const before = [...others, review({ reviewer: "Ana" })];
  const marked = markPair(before, 3, { verdict: "dead", note: "no map" }, place);
  assert.deepEqual(marked, [...others, review({ verdict: "dead", note: "no map" })]);
  assert.deepEqual(markPair(marked, 3, null, place), others);
});

Deno.test("mergeReviews() refuses marks of layers that the model does not have, where they are known", () => {
  const coming = [
    review({ layer: "nope" }),
    review({ layer: "features-3", kernel: 191 }),
    review({ layer: "features-3", kernel: 192 }),
  ];
  const pairsOf = new Map([["features-0", 64], ["features-3", 192]]);
  const known = { ...place, pairsOf };
  const { taken, elsewhere, refused } = mergeReviews([], coming, known, words);
  assert.deepEqual([taken, elsewhere], [1, 1]);
  assert.deepEqual(refused, [words.noLayer("nope"), words.noKernel(192, "features-3", 192)]);
  assert.equal(mergeReviews([], coming, place, words).taken, 3);
});
