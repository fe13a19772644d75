import assert from "node:assert/strict";
import { ERROR_FRAME, labelErrors, layoutErrors } from "../../../src/html/compare/error_chart.ts";

const layers = Array.from({ length: 26 }, (_, i) => ({ median: 0.02, worst: 0.04 + i / 260 }));

Deno.test("layoutErrors() stands all dots within the frame, zero at its bottom", () => {
  const { columns, yTicks } = layoutErrors([...layers, null], 0);
  assert.equal(columns.length, 26);
  assert.equal(yTicks[0]!.at, ERROR_FRAME.bottom);
  for (const { x, worst, median } of columns) {
    assert.ok(x > ERROR_FRAME.left && x < ERROR_FRAME.right);
    assert.ok(worst >= ERROR_FRAME.top && worst < median && median < ERROR_FRAME.bottom);
  }
});

Deno.test("layoutErrors() keeps dots apart for 500 layers", () => {
  const many = Array.from({ length: 500 }, () => layers[0]!);
  const { radius, xTicks } = layoutErrors(many, 0);
  assert.ok(radius < 2);
  assert.ok(xTicks.length <= 16);
});

Deno.test("labelErrors() lets no name lie over another, and keeps all within the frame", () => {
  const { columns } = layoutErrors(layers, 0);
  const labels = labelErrors(columns, [[25, "squeezenet0_conv25"], [24, "squeezenet0_conv24"], [
    0,
    "squeezenet0_conv0",
  ]]);
  assert.deepEqual(labels.map(({ text, anchor }) => [text, anchor]), [
    ["squeezenet0_conv25", "end"],
    ["squeezenet0_conv0", "start"],
  ]);
});
