import assert from "node:assert/strict";
import { countStimuli, GRATING_AXES } from "../../../src/analysis/tuning/grating_axes.ts";
import { paintStimuli } from "../../../src/visit/tuning/stimuli.ts";

Deno.test("paintStimuli() paints as many pictures as are counted, none twice", () => {
  const size = { width: 36, height: 36 };
  const pictures = [...paintStimuli(size, GRATING_AXES)];
  assert.equal(pictures.length, countStimuli(GRATING_AXES));
  assert.equal(new Set(pictures.map(({ data }) => String(data))).size, pictures.length);
  const grey = [...paintStimuli(size, { ...GRATING_AXES, hues: [] })];
  assert.deepEqual(grey, pictures.slice(0, -6));
});
