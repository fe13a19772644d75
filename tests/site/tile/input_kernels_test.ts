import assert from "node:assert/strict";
import { findInputKernel, listInputKernels } from "../../../src/site/tile/input_kernels.ts";
import type { ReportLayer } from "../../../src/report/report_layer.ts";
import { report } from "../../support/report/report_fixture.ts";
import { POINTWISE } from "../../support/report/template_views.ts";

const layers: readonly ReportLayer[] = report.models[0]!.layers;
const [first, deep] = layers;

const sources = [
  { layer: first!.id, first: 0, count: 10 },
  { layer: deep!.id, first: 10, count: 12 },
];

Deno.test("findInputKernel() finds the kernel whose map an input is, of several layers", () => {
  assert.deepEqual(findInputKernel({ sources }, 9), { layer: first!.id, k: 9 });
  assert.deepEqual(findInputKernel({ sources }, 10), { layer: deep!.id, k: 0 });
  assert.equal(findInputKernel({ sources }, 22), null);
  assert.equal(findInputKernel({ sources: [] }, 0), null);
});

Deno.test("findInputKernel() finds all that follow where it is not known how many there are", () => {
  const open = [{ layer: first!.id, first: 0, count: null }];
  assert.deepEqual(findInputKernel({ sources: open }, 7), { layer: first!.id, k: 7 });
});

Deno.test("listInputKernels() lists a picture of each layer once, where it lies from the one that reads", () => {
  const twice = [...sources, { layer: first!.id, first: 22, count: 10 }];
  const found = listInputKernels({ sources: twice }, layers);
  assert.deepEqual(found.map(({ layer, picture, coloured }) => [layer, picture.file, coloured]), [
    [first!.id, `../${first!.id}/kernels.png`, true],
    [deep!.id, `../${deep!.id}/effective.png`, true],
  ]);
});

Deno.test("listInputKernels() lists no bars, which would be of further inputs, nor what is not there", () => {
  const { layer } = POINTWISE;
  const bare = { ...layer, id: "mix", effective: null };
  const from = [{ layer: "mix", first: 0, count: 12 }, { layer: "gone", first: 12, count: 1 }];
  assert.deepEqual(listInputKernels({ sources: from }, [bare]), []);
});
