import assert from "node:assert/strict";
import {
  type ExerciseSubject,
  viewMatched,
  viewScore,
  viewSorted,
} from "../../../src/page/rule/exercise_view.ts";
import { parseGuesses } from "../../../src/page/rule/guesses.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { rgbLayer } from "../../support/report/report_fixture.ts";

const subject: ExerciseSubject = {
  layer: rgbLayer,
  photos: 4,
  words: WORDS.en,
  dcGain: [0.2, 0.2, 0.3, 0.3, 0.001, 0.002],
  chroma: [0.9, 0.1, 0.8, 0.2, 0.7, 0.3],
  keepsPicture: [0.8, 0.7, 0.6, 0.8, 0.02, null],
};

Deno.test("viewMatched() sets coloured and grey kernels that average alike one below the other", () => {
  const { verdict, told, rows, gains, more } = viewMatched(subject);
  assert.equal(
    told,
    "2 pairs of a coloured and a grey kernel that average alike. The maps of the coloured are 70 % " +
      "photo on average, those of the grey 75 %; the coloured map is more of a photo in 1 of 2 pairs.",
  );
  assert.match(verdict, /maps of grey kernels are more of a photo\.$/);
  assert.deepEqual(rows.map(({ cells }) => cells.map(({ index }) => index)), [
    ["2", "0"],
    ["3", "1"],
  ]);
  assert.deepEqual([gains, more], [["0.30", "0.20"], null]);
  const alike = viewMatched({ ...subject, keepsPicture: [0.7, 0.7, 0.8, 0.8, 0, 0] });
  assert.equal(alike.verdict, WORDS.en.exercise.verdicts.alike);
  const coloured = viewMatched({ ...subject, keepsPicture: [0.9, 0.7, 0.8, 0.6, 0, 0] });
  assert.equal(coloured.verdict, WORDS.en.exercise.verdicts.coloured);
});

Deno.test("viewSorted() tells from where to where maps keep the photo, and how many are half of it", () => {
  assert.equal(
    viewSorted(subject).told,
    "Sorted by how much of the map is photo (R², mean of 4 photos), from 0.80 to 0.02. The first 4 " +
      "are half photo or more. What do the first kernels share, and the last lack?",
  );
  assert.match(viewSorted({ ...subject, keepsPicture: [0.1, 0.2] }).told, /None is half photo\./);
});

Deno.test("viewScore() says what was right and what led astray, and shows the wrong pairs", () => {
  const { score, led, wrong } = viewScore(subject, parseGuesses("0.4_2-3", 6));
  assert.equal(
    score,
    "1 of 4 right: 1 of 2 under “keeps the photo”, 0 of 2 under “keeps edges”. " +
      "Sorted: 4 of 5 kernels.",
  );
  assert.equal(led, "Of the 1 kernel whose maps you took for photos wrongly, 1 is coloured.");
  assert.deepEqual(wrong!.pairs.map(({ index, value }) => [index, value]), [
    ["3", "0.80"],
    ["2", "0.60"],
    ["4", "0.02"],
  ]);
  const right = viewScore(subject, parseGuesses("0_4", 6));
  assert.deepEqual([right.led, right.wrong], [null, null]);
  assert.equal(viewScore(subject, new Map()).score, WORDS.en.exercise.none);
});
