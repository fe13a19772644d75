import assert from "node:assert/strict";
import { viewAnswers } from "../../../src/html/part/answer_view.ts";
import type { ReportModel } from "../../../src/report/report_model.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { report } from "../../support/report/report_fixture.ts";

const photos = [{ id: "cat", name: "Cat", number: "1" }, { id: "dog", name: "Dog", number: "2" }];

function answer(shares: "model" | "softmax"): ReportModel {
  return {
    ...report.models[0]!,
    answers: {
      ...{ layer: null, source: "words.txt", shares },
      photos: [{
        image: "dog",
        classes: [7, 1000, 0],
        labels: ["tabby", null, "tench"],
        shares: [0.714, 0.0049, 0],
      }],
    },
  };
}

Deno.test("viewAnswers() names classes by their words, else by their numbers, with their shares", () => {
  assert.deepEqual(viewAnswers(answer("model"), photos, WORDS.en), {
    photos: [{
      number: "2",
      photo: "Dog",
      classes: "tabby 71\u202f%, class 1,000 < 1\u202f%, tench 0\u202f%",
    }],
    note: null,
  });
});

Deno.test("viewAnswers() says where shares are made here", () => {
  const { note } = viewAnswers(answer("softmax"), photos, WORDS.en)!;
  assert.match(note!, /softmax/);
});

Deno.test("viewAnswers() has nothing to show where no photo has an answer", () => {
  assert.equal(viewAnswers({ ...answer("model"), answers: null }, photos, WORDS.en), null);
  assert.equal(viewAnswers(answer("model"), photos.slice(0, 1), WORDS.en), null);
});
