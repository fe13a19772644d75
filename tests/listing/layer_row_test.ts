import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { planKernelPictures, planPicture } from "../../src/plan/picture.ts";
import { surveyLayers } from "../../src/survey/layer_list.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";
import { createTinyWorld } from "../support/report/tiny_site.ts";

Deno.test("listLayers() says all that is known of a layer before anything is run", async () => {
  const { layers } = await surveyLayers("tiny.onnx", createTinyWorld().effects);
  assert.deepEqual(layers[0], {
    index: 0,
    name: "conv1",
    op: "Conv",
    kernels: [4, 3, 3, 3],
    group: 1,
    stored: "float32",
    maps: [4, 6, 6],
    receptiveField: [3, 3],
    field: "3 x 3",
    pairs: 4,
    bytes: countBytes(),
    badges: [],
    unasked: true,
    missing: "",
  });
});

// Of the kernels in colour, the maps and the activated maps, in the grid of a config that says nothing.
function countBytes(): number {
  const { grid } = parseConfig({ models: [{ path: "tiny.onnx" }], images: ["a.png"] });
  const [conv] = findConvLayers(readModel(encodeTinyModel()));
  const sizes = planKernelPictures(conv!, grid).map(({ kind, width, height }) =>
    width * height * (kind === "kernels" ? 3 : 1)
  );
  const { width, height } = planPicture("maps", [4, 6, 6], { grid });
  return sizes.reduce((a, b) => a + b, 2 * width * height);
}
