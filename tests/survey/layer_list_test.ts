import assert from "node:assert/strict";
import { surveyLayers } from "../../src/survey/layer_list.ts";
import { createTinyWorld } from "../support/report/tiny_site.ts";

Deno.test("surveyLayers() lists the convolutions of a model and closes its file", async () => {
  const world = createTinyWorld();
  const { layers: rows } = await surveyLayers("tiny.onnx", world.effects);
  assert.deepEqual(rows.map(({ index, name, op, kernels }) => ({ index, name, op, kernels })), [
    { index: 0, name: "conv1", op: "Conv", kernels: [4, 3, 3, 3] },
    { index: 1, name: "conv2", op: "Conv", kernels: [2, 4, 1, 1] },
  ]);
  assert.deepEqual([...world.open], []);
});

Deno.test("surveyLayers() refuses a file that is no model, and closes it", async () => {
  const world = createTinyWorld();
  await assert.rejects(() => surveyLayers("photos/cat.jpg", world.effects), {
    name: "SyntaxError",
  });
  assert.deepEqual([...world.open], []);
});
