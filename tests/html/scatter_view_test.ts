import assert from "node:assert/strict";
import type { KernelKind } from "../../src/analysis/kernel_kind.ts";
import { layoutShareAxis, placeOn, SHARE_AXIS } from "../../src/html/axis.ts";
import { viewScatter } from "../../src/html/scatter_view.ts";

const kinds: readonly KernelKind[] = ["grey edge", "colour blob", "other", "dead"];

Deno.test("layoutShareAxis() is linear where most shares are large", () => {
  assert.equal(layoutShareAxis([0.01, 0.5, 0.9]), SHARE_AXIS);
  assert.equal(layoutShareAxis([]), SHARE_AXIS);
});

Deno.test("layoutShareAxis() is logarithmic from the decade of the smallest share", () => {
  const axis = layoutShareAxis([0.003, 0.02, 0.5]);
  assert.equal(axis.scale, "log");
  assert.deepEqual(axis.ticks.map((tick) => tick.toPrecision(2)), [
    "0.0010",
    "0.010",
    "0.10",
    "1.0",
  ]);
});

Deno.test("layoutShareAxis() begins at a ten-thousandth: zero has no logarithm", () => {
  const { low } = layoutShareAxis([0, 0, 0.001]);
  assert.equal(low, 1e-4);
});

Deno.test("placeOn() stands on the ends what is beyond them", () => {
  const axis = layoutShareAxis([0.001, 0.001]);
  const places = [0, axis.low, 1, 2].map((value) => placeOn(axis, value));
  assert.deepEqual(places, [0, 0, 1, 1]);
  assert.equal(placeOn(SHARE_AXIS, 0.25), 0.25);
});

Deno.test("viewScatter() places points in a box of 348 × 232 at 40, 24", () => {
  const { points } = viewScatter({
    kinds,
    x: [0, 1, 0.5, null],
    y: [0, 1, 0.25, 0.5],
    name: "chroma",
    axis: SHARE_AXIS,
  });
  assert.deepEqual(points.map(({ index, tone, x, y }) => [index, tone, x, y]), [
    ["0", "c-0", "40", "256"],
    ["1", "c-2", "388", "24"],
    ["2", "c-10", "214", "198"],
  ]);
  assert.equal(points[1]?.title, "1, colour blob: chroma 1.00, keeps 1.00");
});

Deno.test("viewScatter() sets decades of a logarithmic axis at equal distances", () => {
  const x = [0, 0.001, 0.01, 1];
  const axis = layoutShareAxis(x);
  const plot = viewScatter({ kinds, x, y: [0, 0, 0, 0], name: "DC gain", axis });
  assert.deepEqual(plot.points.map((point) => point.x), ["40", "127", "214", "388"]);
  assert.deepEqual(plot.xTicks, [
    { at: "40", label: "0.0001" },
    { at: "127", label: "0.001" },
    { at: "214", label: "0.01" },
    { at: "301", label: "0.1" },
    { at: "388", label: "1" },
  ]);
  assert.equal(plot.beyond, "1 kernel below 0.0001, on the left edge");
  assert.equal(plot.xLabel, "DC gain, logarithmic");
});
