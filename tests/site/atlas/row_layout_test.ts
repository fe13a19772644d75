import assert from "node:assert/strict";
import type { RowColumns } from "../../../src/site/atlas/layers_file.ts";
import { layoutRow } from "../../../src/site/atlas/row_layout.ts";

type Values = RowColumns["value"];

function columns(value: Values, low?: Values, high?: Values): Parameters<typeof layoutRow>[1] {
  const none = value.map(() => null);
  return { value, low: low ?? none, high: high ?? none };
}

Deno.test("layoutRow() draws the sides of maps on a logarithmic scale, by the forms of kernels", () => {
  const { paths, high } = layoutRow("side", columns([64, 8, null]), ["photo", "wide", "wide"]);
  assert.equal(high, 64);
  assert.deepEqual(paths, [
    { tone: "photo", d: "M0 0h9V100h-9z" },
    { tone: "wide", d: "M10 44h9V100h-9z" }, // half of the logarithm, over the least
  ]);
});

Deno.test("layoutRow() draws spreads around their medians, with zero among what is shown", () => {
  const spread = columns([0.5, null], [0.25, null], [1, null]);
  const { paths, low, high } = layoutRow("spread", spread, ["wide", "wide"]);
  assert.deepEqual([low, high], [0, 1]);
  assert.deepEqual(paths, [
    { tone: "bar", d: "M0 0h9V75h-9z" },
    { tone: "median", d: "M0 47.5h9V52.5h-9z" },
  ]);
});

Deno.test("layoutRow() draws the least share so that it is seen, and none of nothing", () => {
  const { paths, high } = layoutRow("share", columns([0.4, 0.001, 0]), ["wide", "wide", "wide"]);
  assert.equal(high, 0.4);
  assert.deepEqual(paths, [{ tone: "bar", d: "M0 0h9V100h-9zM10 92h9V100h-9z" }]);
});
