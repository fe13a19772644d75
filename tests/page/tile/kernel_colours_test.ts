import assert from "node:assert/strict";
import { findKernelColours } from "../../../src/page/tile/kernel_colours.ts";
import { findKernelView } from "../../../src/site/tile/kernel_view.ts";
import { deepLayer, report } from "../../support/report/report_fixture.ts";
import { POINTWISE } from "../../support/report/template_views.ts";

const maps = ["grey", "viridis", "signed"] as const;

// [what, the kernels, their colours for each choice]
const [first] = report.models[0]!.layers;
const kernels: readonly [string, ReturnType<typeof findKernelView>, readonly string[]][] = [
  ["tiles with colours of their own", findKernelView(first!, ""), ["grey", "grey", "grey"]],
  ["bars", findKernelView(POINTWISE.layer, "mix"), ["signed", "viridis", "signed"]],
  ["slices", findKernelView(deepLayer, "slices"), maps],
];

for (const [what, viewed, expected] of kernels) {
  Deno.test(`findKernelColours() gives ${what} ${expected.join(", ")} for ${maps.join(", ")}`, () => {
    assert.notEqual(viewed, null);
    assert.deepEqual(maps.map((map) => findKernelColours(viewed, map)), expected);
  });
}
