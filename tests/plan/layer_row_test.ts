import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import { surveyLayers } from "../../src/survey/layer_list.ts";
import { createTinyWorld } from "../support/report/tiny_site.ts";

Deno.test("listLayers() says all that is known of a layer before anything is run", async () => {
  const [first] = await surveyLayers("tiny.onnx", createTinyWorld().effects);
  assert.deepEqual(first, {
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
    // kernels in colour 22 x 7, maps and activated maps 34 x 10
    bytes: 3 * 22 * 7 + 2 * 34 * 10,
    badges: [],
    missing: "",
  });
});

Deno.test("listLayers() counts with the grid of a config that says nothing of it", async () => {
  const { effects } = createTinyWorld();
  const [first] = await surveyLayers("tiny.onnx", effects);
  const { grid } = parseConfig({ models: [{ path: "tiny.onnx" }], images: ["a.png"] });
  const side = (tiles: number, size: number) => tiles * (size + grid.padding) + grid.padding;
  const maps = side(Math.min(4, grid.nrow), 6) * side(Math.ceil(4 / grid.nrow), 6);
  const kernels = side(Math.min(4, grid.nrow), 3) * side(Math.ceil(4 / grid.nrow), 3);
  assert.equal(first!.bytes, 3 * kernels + 2 * maps);
});
