import assert from "node:assert/strict";
import { viewMatrix } from "../../../src/html/layer/matrix_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { POINTWISE } from "../../support/report/template_views.ts";

const { measures } = POINTWISE;
const matrix = measures!.matrix!;

Deno.test("viewMatrix() says what runs down and across, and how it is drawn", () => {
  const view = viewMatrix(POINTWISE)!;
  assert.deepEqual(view.axes, ["↓ 12 kernels", "→ 64 inputs"]);
  assert.deepEqual(view.caption, [
    "Rows and columns stand so that like ones are neighbours.",
    "From −0.25 to 0.25 in steps of 4 levels, zero in the middle; what is beyond has the colour of the ends.",
    "A pixel is the mean of 1 × 2 weights.",
    "Bars: the norm of each row and column.",
  ]);
});

Deno.test("viewMatrix() draws a bar for each row and column of pixels, in their order", () => {
  const { rows, columns, matrix: size } = viewMatrix(POINTWISE)!;
  const norms = matrix.output.map((k) => measures!.kernels!.norm[k]!);
  const most = Math.max(...norms);
  const lengths = [...rows.matchAll(/H([\d.]+)v/g)].map(([, x]) => Number(x) - size.width - 4);
  assert.deepEqual(lengths, norms.map((norm) => Math.round(norm / most * 40)));
  const down = [...columns.matchAll(/V([\d.]+)h/g)].map(([, y]) => Number(y) - size.height - 4);
  // Inputs 63 and 62 have the norms 31.5 and 31, and so on to 1 and 0.
  const means = Array.from({ length: 32 }, (_, i) => 31.25 - i);
  assert.deepEqual(down, means.map((norm) => Math.round(norm / 31.25 * 40)));
});

Deno.test("viewMatrix() says that groups stand apart, and where nothing could be ordered", () => {
  const grouped = { ...POINTWISE, layer: { ...POINTWISE.layer, group: 2 } };
  assert.match(viewMatrix(grouped)!.caption[0]!, /^Groups stand in their order/);
  const own = {
    ...matrix,
    output: matrix.output.toReversed(),
    input: matrix.input.toReversed(),
  };
  const plain = { ...POINTWISE, measures: { ...measures!, matrix: own } };
  assert.match(viewMatrix(plain)!.caption[0]!, /their own order/);
  const chinese = viewMatrix({ ...plain, words: WORDS["zh-CN"] })!;
  assert.match(chinese.caption[0]!, /按原次序排列/);
});

Deno.test("viewMatrix() views nothing where no measures were made", () => {
  assert.equal(viewMatrix({ ...POINTWISE, measures: null }), null);
});
