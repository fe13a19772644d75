import assert from "node:assert/strict";
import { type AnswerColumns, classifyAnswer } from "../../../src/analysis/class/answer.ts";

/** What one kernel answers to: null where it does not, or tells nothing. */
interface Answer {
  readonly orientation?: number | null;
  readonly frequency?: number | null;
  readonly hue?: number | null;
  readonly colour?: number | null;
  readonly detail?: number | null;
  readonly coarse?: number | null;
}

function gather(
  { orientation = null, frequency = null, hue = null, colour = null, detail = 0, coarse = 0 }:
    Answer,
): AnswerColumns {
  return {
    tuning: {
      orientationSelectivity: [orientation],
      frequency: [frequency],
      hueSelectivity: [hue],
    },
    experiments: {
      colourDependence: { mean: [colour] },
      detailDependence: { mean: [detail] },
      coarseDependence: { mean: [coarse] },
    },
  };
}

const classify = (answer: Answer) => classifyAnswer(gather(answer), 0);

Deno.test("classifyAnswer() goes by the gratings that lead", () => {
  assert.equal(classify({ orientation: 0.6, frequency: 0.2 }).kind, "edge");
  assert.equal(classify({ orientation: 0.6, frequency: 0.2, colour: 0.7 }).kind, "colour edge");
  assert.equal(classify({ orientation: 0.1, frequency: 0.3 }).kind, "texture");
  assert.equal(classify({ orientation: 0.1, frequency: 0.04 }).kind, "spot");
  assert.equal(classify({ orientation: 0.1, frequency: 0.04, colour: 0.7 }).kind, "colour spot");
  assert.equal(classify({ orientation: 0.1, frequency: null }).kind, "mixed");
});

Deno.test("classifyAnswer() goes by photos where no grating is answered", () => {
  assert.equal(classify({ detail: 0.7, coarse: 0.2 }).kind, "texture");
  assert.equal(classify({ detail: 0.2, coarse: 0.7 }).kind, "spot");
  assert.equal(classify({ detail: 0.2, coarse: 0.7, colour: 0.7 }).kind, "colour spot");
  assert.equal(classify({ hue: 0.5, colour: 0.7 }).kind, "colour spot");
  assert.equal(classify({ colour: 0.7 }).kind, "mixed");
  assert.equal(classify({ detail: 0.7, coarse: 0.7 }).kind, "mixed");
  assert.equal(classify({ detail: null }).kind, "mixed");
});

Deno.test("classifyAnswer() knows nothing where neither gratings nor photos tell", () => {
  const { experiments } = gather({ detail: 0.2, coarse: 0.2 });
  assert.equal(classifyAnswer({ tuning: null, experiments }, 0).kind, "other");
  assert.equal(classifyAnswer({ tuning: null, experiments: null }, 0).kind, "other");
  const told = gather({ detail: 0.7, coarse: 0.2 }).experiments;
  assert.equal(classifyAnswer({ tuning: null, experiments: told }, 0).kind, "texture");
});

Deno.test("classifyAnswer() is as sure as the nearest threshold that decided", () => {
  const near = (value: number | null, expected: number) =>
    assert(Math.abs(value! - expected) < 1e-9);
  near(classify({ orientation: 0.375, frequency: 0.2, colour: 0 }).confidence, 0.5);
  near(classify({ orientation: 0, frequency: 0.13 }).confidence, 0.2);
  near(classify({ orientation: 1, frequency: 0.2, colour: 0.6 }).confidence, 0.4);
  assert.equal(classify({}).confidence, null);
});
