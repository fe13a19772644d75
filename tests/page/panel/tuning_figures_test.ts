import assert from "node:assert/strict";
import { viewTuning } from "../../../src/page/panel/tuning_figures.ts";
import { CHINESE } from "../../../src/words/chinese.ts";
import { ENGLISH } from "../../../src/words/english.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const data = { measures: layerReports[0]! };

Deno.test("viewTuning() says what is preferred, and tells the curves to who does not see them", () => {
  const { figures, note } = viewTuning(data, ENGLISH, 1)!;
  assert.deepEqual(figures.map(({ caption }) => caption), [
    "stripes at 15°, 41° wide",
    "0.06 cycles / pixel, 1.1 octaves wide",
    "yellow and blue",
  ]);
  assert.equal(
    figures[1]!.label,
    "Frequency: 0.06 cycles / pixel, 1.1 octaves wide. 0.05: 50 %, 0.1: 100 %, 0.2: 40 %.",
  );
  assert.equal(note, "Strongest response: 0.5 above that to plain grey.");
});

Deno.test("viewTuning() leaves out what a kernel does not respond to", () => {
  const [none, , narrow, grey] = [0, 1, 2, 3].map((k) => viewTuning(data, ENGLISH, k)!);
  assert.deepEqual([none!.figures, none!.note], [[], ENGLISH.tuning.none]);
  assert.deepEqual(narrow!.figures.slice(0, 2).map(({ caption }) => caption), [
    "stripes at 30°",
    "0.07 cycles / pixel",
  ]);
  assert.equal(grey!.figures.length, 2);
  assert.equal(viewTuning({ measures: { ...data.measures, tuning: null } }, ENGLISH, 0), null);
  assert.equal(viewTuning({ measures: null }, ENGLISH, 0), null);
});

Deno.test("viewTuning() says where cells read padding too, in Chinese as well", () => {
  const tuning = { ...data.measures.tuning!, inside: false };
  const { note, figures } = viewTuning({ measures: { ...data.measures, tuning } }, CHINESE, 2)!;
  assert.match(note, /填充。$/);
  assert.match(figures[2]!.caption, /^黄，60°$/);
});
