import assert from "node:assert/strict";
import { plotFrequency, plotHue, plotOrientation } from "../../../src/site/plot/tuning_plots.ts";

Deno.test("plotOrientation() draws both ends of stripes, counter-clockwise", () => {
  const { curve, mark, width, height } = plotOrientation([1, 0.5, 0, 0], [0, 45, 90, 135], 90);
  assert.deepEqual([width, height], [92, 92]);
  assert.equal(curve, "M88 46L60.8 31.2L46 46L46 46L4 46L31.2 60.8L46 46L46 46Z");
  assert.equal(mark, "M46 4L46 88");
  assert.equal(plotOrientation([1, 1], [0, 90], null).mark, null);
});

Deno.test("plotFrequency() draws octaves alike, and names the ends of its axis", () => {
  const { curve, mark, labels } = plotFrequency([0.5, 1, 0], [0.1, 0.2, 0.4], 0.2);
  assert.equal(curve, "M4 40L64 6L124 74");
  assert.equal(mark, "M64 6V74");
  assert.deepEqual(labels.map(({ text, anchor }) => [text, anchor]), [
    ["0.1", "start"],
    ["0.4", "end"],
  ]);
});

Deno.test("plotHue() draws each hue in its colour, as far as it is responded to", () => {
  const one = plotHue([1, 0.5, 0], [0, 120, 240], { hue: 0, opponent: false });
  assert.deepEqual(one.sectors.map(({ fill }) => fill), [
    "rgb(255 64 64)",
    "rgb(64 255 64)",
    "rgb(64 64 255)",
  ]);
  assert.match(one.sectors[0]!.d, /A42 42 /);
  assert.match(one.sectors[1]!.d, /A21 21 /);
  assert.equal(one.mark, "M46 46L88 46");
  assert.equal(plotHue([1, 1], [0, 180], { hue: 0, opponent: true }).mark, "M4 46L88 46");
  assert.equal(plotHue([1, 1], [0, 180], { hue: null, opponent: false }).mark, null);
});
