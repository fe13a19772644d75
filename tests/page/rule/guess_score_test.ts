import assert from "node:assert/strict";
import { scoreGuesses } from "../../../src/page/rule/guess_score.ts";
import { parseGuesses } from "../../../src/page/rule/guesses.ts";

const truth = {
  keepsPicture: [0.9, 0.5, 0.49, 0.1, null, 0.02],
  chroma: [0.1, 0.9, 0.8, 0.2, 0.9, null],
};

Deno.test("scoreGuesses() holds guesses against half of a map, and names the wrong ones", () => {
  assert.deepEqual(scoreGuesses(parseGuesses("0.2-3_1.5", 6), truth), {
    photo: { right: 1, all: 3 },
    edges: { right: 1, all: 2 },
    kernels: 5,
    led: { wrong: 2, coloured: 1 },
    wrong: [1, 2, 3],
  });
});

Deno.test("scoreGuesses() counts no kernel whose map was not compared", () => {
  const { photo, edges, wrong } = scoreGuesses(parseGuesses("4_", 6), truth);
  assert.deepEqual([photo.all, edges.all, wrong], [0, 0, []]);
});
