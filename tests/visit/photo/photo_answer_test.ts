import assert from "node:assert/strict";
import type { FoundClasses } from "../../../src/plan/found.ts";
import { readAnswer } from "../../../src/visit/photo/photo_answer.ts";

const classes: FoundClasses = {
  output: "y",
  layer: "a",
  scores: "shares",
  count: 3,
  labels: ["tench", "goldfish", "shark"],
  source: "labels.txt",
  asked: true,
};
const share = (...dims: number[]) => {
  return { data: Float32Array.of(0.25, 0.5, 0.125, 0, 0, 0), dims };
};

Deno.test("readAnswer() takes the first of the photo's copies", () => {
  assert.deepEqual(readAnswer(classes, share(2, 3, 1, 1), 2), {
    classes: [1, 0, 2],
    shares: [0.5, 0.25, 0.125],
  });
});

Deno.test("readAnswer() has no answer where there is not one number for each class", () => {
  assert.equal(readAnswer(classes, share(1, 3, 2), 1), null); // a map for each class
  assert.equal(readAnswer(classes, share(1, 6), 1), null); // other classes
  assert.equal(readAnswer(classes, share(2, 3), 1), null); // two windows of the photo
  assert.equal(readAnswer(classes, undefined, 1), null); // it did not run
  const unlabelled = { ...classes, labels: null };
  assert.equal(readAnswer(unlabelled, share(1, 6), 1), null);
  assert.equal(readAnswer({ ...unlabelled, count: null }, share(1, 6), 1)?.classes[0], 1);
  assert.equal(readAnswer(null, share(2, 3), 2), null);
});
