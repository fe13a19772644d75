import assert from "node:assert/strict";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { type PlannedTuning, planTuning } from "../../src/plan/tuning_plan.ts";
import { encodeModel, type ModelText, type NodeText } from "../support/model/onnx_model.ts";
import { store } from "../support/model/onnx_tensor.ts";
import { parseRecipe } from "../support/recipe.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

const recipe = parseRecipe({ preset: "unit" });

function plan(text: ModelText, taken = recipe): ReturnType<typeof planTuning> {
  const onnx = readModel(encodeModel(text));
  const layers = findConvLayers(onnx).map((conv) => ({ conv }));
  const [image = null] = Object.keys(text.inputs);
  return planTuning({ onnx, image, preprocess: { recipe: taken }, layers });
}

function planned(text: ModelText, taken = recipe): PlannedTuning {
  const found = plan(text, taken);
  assert("size" in found, JSON.stringify(found));
  return found;
}

function conv(input: string, kernel: string, output: string, stride = 1): NodeText {
  const ints = { strides: [stride, stride] };
  return { op: "Conv", inputs: [input, kernel], outputs: [output], ints };
}

const random = createRandom(14);

/** A network of one layer that reads so large a photo, and of one behind it. */
function describeNet(side: number | string, width = 8, channels = 3): ModelText {
  return {
    nodes: [conv("photo", "w", "map", 2), conv("map", "v", "deep")],
    initializers: {
      w: randomTensor(random, [width, channels, 7, 7], -1, 1),
      v: randomTensor(random, [4, width, 3, 3], -1, 1),
    },
    inputs: { photo: [1, channels, side, side] },
  };
}

Deno.test("planTuning() paints gratings as large as the photos that a model takes", () => {
  const { size, axes, dims } = planned(describeNet(96));
  assert.deepEqual(size, { width: 96, height: 96 });
  assert.deepEqual(dims, [1, 3, 96, 96]);
  assert.equal(axes.hues.length, 6);
  assert.deepEqual(planned(describeNet("side")).size, { width: 224, height: 224 });
});

Deno.test("planTuning() paints smaller ones where photos are large, or much is computed", () => {
  assert.deepEqual(planned(describeNet(512)).size, { width: 224, height: 224 });
  assert.deepEqual(planned(describeNet(512)).dims, [1, 3, 224, 224]);
  const { size, work } = planned(describeNet(224, 1000));
  assert.deepEqual(size, { width: 192, height: 192 });
  assert(work < 1.25e11 / 39);
});

Deno.test("planTuning() counts what a model pads its photos with", () => {
  const text = describeNet(512, 480);
  const [first, second] = text.nodes as [NodeText, NodeText];
  const pad: NodeText = { op: "Pad", inputs: ["photo", "pads"], outputs: ["padded"] };
  const { size, work } = planned({
    ...text,
    nodes: [pad, { ...first, inputs: ["padded", "w"] }, second],
    initializers: { ...text.initializers, pads: store("int64", [8], [0, 0, 40, 40, 0, 0, 40, 40]) },
  });
  assert.deepEqual(size, { width: 192, height: 192 });
  assert(work < 1.25e11 / 39);
});

Deno.test("planTuning() gives up where a model that is dear takes no other size", () => {
  const shape = store("int64", [4], [1, 3000, 109, 109]);
  const text = describeNet(224, 3000);
  const [first, second] = text.nodes as [NodeText, NodeText];
  const reshape: NodeText = { op: "Reshape", inputs: ["map", "shape"], outputs: ["same"] };
  const fixed = {
    ...text,
    nodes: [first, reshape, { ...second, inputs: ["same", "v"] }],
    initializers: { ...text.initializers, shape },
  };
  const found = plan(fixed);
  assert("missing" in found && found.missing.code === "tuning-too-dear");
  assert(found.missing.work > found.missing.most);
});

Deno.test("planTuning() counts the cells that read gratings alone, or those in the middle", () => {
  const [first, second] = planned(describeNet(96)).cells;
  assert.deepEqual(first, {
    rows: { from: 0, past: 45 },
    columns: { from: 0, past: 45 },
    inside: true,
  });
  assert.equal(second!.inside, true);
  const text = describeNet(96);
  const [own, deep] = text.nodes as [NodeText, NodeText];
  const ints = { pads: [3, 3, 3, 3], strides: [2, 2] };
  const [padded] = planned({ ...text, nodes: [{ ...own, ints }, deep] }).cells;
  assert.deepEqual(padded!.rows, { from: 2, past: 47 });
  assert.equal(padded!.inside, true);
  const few = planned({ ...describeNet(12), nodes: [{ ...own, ints }, deep] }).cells[0]!;
  assert.deepEqual(few.rows, { from: 1, past: 5 });
  assert.equal(few.inside, false);
});

Deno.test("planTuning() has no hues for what sees grey, and says why there is nothing to run", () => {
  const grey = parseRecipe({ channels: "gray", mean: 0, std: 1 });
  assert.deepEqual(planned(describeNet(32, 4, 1), grey).axes.hues, []);
  assert.deepEqual(plan(describeNet(32, 4, 5)), {
    missing: { code: "tuning-misfit", gives: 3, takes: 5 },
  });
  const sound: ModelText = {
    nodes: [{ op: "Conv", inputs: ["sound", "w"], outputs: ["map"] }],
    initializers: { w: randomTensor(random, [2, 1, 9], -1, 1) },
    inputs: { sound: [1, 1, 400] },
  };
  assert.deepEqual(plan(sound), { missing: { code: "no-photo-input" } });
});
