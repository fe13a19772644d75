import assert from "node:assert/strict";
import { REVIEW_LIMITS, settleVerdict } from "../../src/config/review.ts";
import { parseReviewFile } from "../../src/config/review_file.ts";

const review = { model: "alexnet", layer: "conv1", kernel: 12, verdict: "dead" };
const sha256 = "0123456789abcdef".repeat(4);

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
}

function file(...reviews: object[]): object {
  return { format: "convatlas-review", version: 1, reviews };
}

Deno.test("parseReviewFile() fills in what a review leaves out", () => {
  const whole = { ...review, sha256: sha256.toUpperCase(), note: "all zero", reviewer: "Ana" };
  assert.deepEqual(parseReviewFile(encode(file(review, whole)), "a.json"), [
    { ...review, sha256: null, note: "", reviewer: null },
    { ...whole, sha256 },
  ]);
});

Deno.test("parseReviewFile() takes a byte order mark and an empty list", () => {
  assert.deepEqual(parseReviewFile(encode(`\uFEFF${JSON.stringify(file())}`), "a.json"), []);
});

// [what, content, message]
const mistakes: readonly [string, unknown, RegExp][] = [
  ["no object", [], /: found an empty list, expected an object \{format, version, reviews\}$/],
  [
    "another format",
    { ...file(), format: "x" },
    /: format: found "x", expected "convatlas-review"$/,
  ],
  ["another version", { ...file(), version: 2 }, /: version: found 2, expected 1$/],
  ["no reviews", { format: "convatlas-review", version: 1 }, /: reviews: missing, expected a list/],
  [
    "an unknown key",
    file({ ...review, notes: "" }),
    /\[0\]\.notes: unknown key; did you mean "note"/,
  ],
  [
    "another verdict",
    file({ ...review, verdict: "ok" }),
    /found "ok", expected one of "fine", "sus/,
  ],
  [
    "a negative kernel",
    file({ ...review, kernel: -1 }),
    /kernel: found -1, expected an integer >= 0$/,
  ],
  [
    "no model",
    file({ ...review, model: "" }),
    /model: found "", expected the name of a model, at most/,
  ],
  [
    "a long note",
    file({ ...review, note: "x".repeat(2001) }),
    /expected a text of at most 2000 char/,
  ],
  [
    "a short hash",
    file({ ...review, sha256: "0f" }),
    /found "0f", expected 64 hexadecimal digits$/,
  ],
];

for (const [what, content, message] of mistakes) {
  Deno.test(`parseReviewFile() refuses ${what}`, () => {
    assert.throws(() => parseReviewFile(encode(content), "a.json"), (error) => {
      assert(error instanceof TypeError);
      assert.match(error.message, /^Cannot parse review file "a\.json": /);
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("parseReviewFile() tells all mistakes at once, and counts those beyond eight", () => {
  const bad = { ...review, verdict: "ok" };
  assert.throws(
    () => parseReviewFile(encode(file(bad, review, { ...review, kernel: "1" })), "a.json"),
    { message: /reviews\[0\]\.verdict: [^;]+; reviews\[2\]\.kernel: [^;]+$/ },
  );
  assert.throws(() => parseReviewFile(encode(file(...Array(11).fill(bad))), "a.json"), {
    message: /reviews\[7\]\.verdict: [^;]+; and 3 more$/,
  });
});

Deno.test("parseReviewFile() refuses text that is not JSON, and bytes beyond its limit", () => {
  assert.throws(() => parseReviewFile(encode("{ no"), "a.json"), {
    name: "SyntaxError",
    message: /^Cannot parse review file "a\.json": ./,
  });
  assert.throws(() => parseReviewFile(new Uint8Array(REVIEW_LIMITS.bytes + 1), "a.json"), {
    name: "RangeError",
    message: /it has 16777217 bytes, expected at most 16777216$/,
  });
});

Deno.test("settleVerdict() puts doubt first and fine last", () => {
  assert.equal(settleVerdict([]), null);
  assert.equal(settleVerdict(["fine", "fine"]), "fine");
  assert.equal(settleVerdict(["fine", "dead"]), "dead");
  assert.equal(settleVerdict(["dead", "suspicious", "fine"]), "suspicious");
});
