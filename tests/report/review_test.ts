import assert from "node:assert/strict";
import type { Review } from "../../src/config/review.ts";
import { placeReviews } from "../../src/report/review.ts";
import { report as reviewed } from "../support/report/report_fixture.ts";
import { describeFailure, placeFile } from "../../src/report/failure.ts";

const [model] = reviewed.models;
const layers = model!.layers.map((layer) => ({ ...layer, reviews: [] }));
const report = { ...reviewed, models: [{ ...model!, name: "Net", layers }], failures: [] };

function review(fields: Partial<Review> = {}): Review {
  return {
    model: "net-1.0",
    sha256: null,
    layer: "conv1",
    kernel: 0,
    verdict: "fine",
    note: "",
    reviewer: null,
    ...fields,
  };
}

function place(reviews: readonly Review[]): readonly string[] {
  const { failures } = placeReviews(report, [{ path: "reviews/a.json", reviews }]);
  return failures.map(({ where, message }) => `${where}: ${message}`);
}

Deno.test("placeReviews() keeps all reviews of a pair, in the order of the files", () => {
  const files = [
    { path: "/home/ana/b.json", reviews: [review({ kernel: 9 }), review({ note: "first" })] },
    { path: "reviews/a.json", reviews: [review({ verdict: "dead", reviewer: "Bo" })] },
  ];
  const { models, failures } = placeReviews(report, files);
  assert.deepEqual(failures, []);
  assert.deepEqual(models[0]!.layers[0]!.reviews, [
    { kernel: 0, verdict: "fine", note: "first", reviewer: null, source: "b.json" },
    { kernel: 0, verdict: "dead", note: "", reviewer: "Bo", source: "a.json" },
    { kernel: 9, verdict: "fine", note: "", reviewer: null, source: "b.json" },
  ]);
  assert(models[0]!.layers.slice(1).every(({ reviews }) => reviews.length === 0));
});

Deno.test("placeReviews() finds models and layers by folder and by name, and by the file's hash", () => {
  const reviews = [
    review({ model: "Net", sha256: model!.sha256 }),
    review({ layer: layers[1]!.name }),
    review({ layer: layers[1]!.id, kernel: 11 }),
  ];
  const placed = placeReviews(report, [{ path: "a.json", reviews }]);
  assert.deepEqual(placed.failures, []);
  assert.deepEqual(placed.models[0]!.layers.map(({ reviews }) => reviews.length), [1, 2, 0, 0]);
});

// [what, review, failure]
const misses: readonly [string, Partial<Review>, RegExp][] = [
  [
    "a model",
    { model: "net-1.1" },
    /^.*: kernel 0 of net-1\.1: .* such model; did you mean "net-1\.0"\?$/,
  ],
  [
    "a layer",
    { layer: "conv2" },
    /: kernel 0 of net-1\.0\/conv2: .* such layer; did you mean "conv1"\?$/,
  ],
  [
    "a kernel",
    { kernel: 99 },
    /^reviews\/a\.json: kernel 99 of net-1\.0\/conv1: the layer has 10 kernels$/,
  ],
  [
    "the file",
    { sha256: "0".repeat(64) },
    /: made for another file of the model, SHA-256 000000000000…,/,
  ],
];

for (const [what, fields, failure] of misses) {
  Deno.test(`placeReviews() tells of a review whose report lacks ${what}; the rest counts`, () => {
    const failures = place([review(fields), review()]);
    assert.equal(failures.length, 1);
    assert.match(failures[0]!, failure);
  });
}

Deno.test("placeReviews() tells one reason once, with the kernels that it holds for", () => {
  const kernels = Array.from(
    { length: 10 },
    (_, k) => review({ kernel: k, sha256: "0".repeat(64) }),
  );
  const failures = place([...kernels, review({ kernel: 10 }), review({ kernel: 11 })]);
  assert.equal(failures.length, 2);
  assert.match(failures[0]!, /kernels 0, 1, 2, 3, 4, 5, 6, 7 and 2 more of net-1\.0: made for/);
  assert.match(failures[1]!, /kernels 10, 11 of net-1\.0\/conv1: the layer has 10 kernels/);
});

Deno.test("placeReviews() keeps the failures of the report", () => {
  const failure = describeFailure(placeFile("cat.jpg"), new Error("Cannot read image"));
  assert.deepEqual(placeReviews({ ...report, failures: [failure] }, []).failures, [failure]);
});
