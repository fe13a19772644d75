import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import {
  type PlannedLayerPatches,
  type PlannedPatches,
  planPatches,
  type ShownModel,
} from "../../../src/plan/dataset/patch_plan.ts";
import { findPhotoInput } from "../../../src/onnx/input/photo_input.ts";
import { surveyFields } from "../../../src/survey/fields.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { parseRecipe } from "../../support/recipe.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(3);

/** Two convolutions, the second one with a stride, and one behind a mean over space. */
function find(side: number | string, preset: object = { preset: "unit" }): ShownModel {
  const onnx = readModel(encodeModel({
    inputs: { photo: ["N", 3, side, side] },
    initializers: {
      w1: randomTensor(random, [6, 3, 5, 3], -1, 1),
      w2: randomTensor(random, [4, 6, 3, 3], -1, 1),
      w3: randomTensor(random, [5, 4, 1, 1], -1, 1),
    },
    nodes: [
      { op: "Conv", inputs: ["photo", "w1"], outputs: ["a"], ints: { pads: [2, 1, 2, 1] } },
      { op: "Relu", inputs: ["a"], outputs: ["b"] },
      { op: "Conv", inputs: ["b", "w2"], outputs: ["c"], ints: { strides: [2, 2] } },
      { op: "GlobalAveragePool", inputs: ["c"], outputs: ["d"] },
      { op: "Conv", inputs: ["d", "w3"], outputs: ["e"] },
    ],
  }));
  const convs = findConvLayers(onnx);
  const fieldOf = surveyFields(onnx, findPhotoInput({ onnx, image: "photo" }), convs);
  return {
    ...{ onnx, image: "photo" },
    preprocess: { name: "custom", recipe: parseRecipe(preset) },
    layers: convs.map((conv, i) => ({ conv, folder: `net/${i}`, field: fieldOf(conv).field })),
  };
}

interface Planned extends Pick<PlannedPatches, "photos"> {
  readonly layers: readonly PlannedLayerPatches[];
}

function plan(model: ShownModel, photos = 1000): Planned {
  const [planned = null] = planPatches([model], { photos, folder: "images/dataset" });
  assert(planned !== null);
  const folders = model.layers.map(({ folder }) => folder);
  assert.deepEqual([...planned.layers.keys()], folders);
  return { ...planned, layers: [...planned.layers.values()] };
}

Deno.test("planPatches() shows what a cell reads, and the whole photo where each reads all of it", () => {
  const { layers, photos } = plan(find(32));
  assert.deepEqual(layers.map((each) => each.shown), [
    { width: 3, height: 5 },
    { width: 5, height: 7 },
    { width: 32, height: 32 },
  ]);
  assert.deepEqual(layers.map((each) => each.field === null), [false, false, true]);
  assert.deepEqual(layers.map((each) => each.strongest.kernels), [6, 4, 5]);
  assert.deepEqual(photos, { folder: "images/dataset", side: 96, most: 15 * 16 + 256 });
});

Deno.test("planPatches() shows no more of a photo than there is", () => {
  const { layers } = plan(find(4));
  assert.deepEqual(layers[0]!.shown, { width: 3, height: 4 });
});

Deno.test("planPatches() shows photos of any size in squares, and what cells read as it is", () => {
  const { layers } = plan(find("side"));
  const [first, , last] = layers;
  assert.deepEqual(first!.shown, { width: 3, height: 5 });
  assert.equal(last!.shown, null);
  assert.deepEqual(last!.strongest.tile, { width: 64, height: 64 });
});

Deno.test("planPatches() knows the size of photos that are cropped for a model of any size", () => {
  const crop = { preset: "unit", crop: { width: 24, height: 20 } };
  const { layers } = plan(find("side", crop));
  assert.deepEqual(layers.map((each) => each.shown), [
    { width: 3, height: 5 },
    { width: 5, height: 7 },
    { width: 24, height: 20 },
  ]);
});

Deno.test("planPatches() lets models share a budget and the photos that they see alike", () => {
  const models = [find(32), find(32)];
  const [one, other] = planPatches(models, { photos: 1000, folder: "images/dataset" });
  assert.deepEqual(one!.photos, other!.photos);
  assert.equal(one!.photos.most, 2 * 15 * 16 + 256);
});

Deno.test("planPatches() has nothing of a model that takes no photo", () => {
  const model = { ...find(32), image: null };
  assert.deepEqual(planPatches([model], { photos: 10, folder: "images/dataset" }), [null]);
});
