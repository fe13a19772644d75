import assert from "node:assert/strict";
import { planBackward } from "../../../src/onnx/linear/backward.ts";
import { type PhotoTrace, tracePhoto } from "../../../src/onnx/field/photo_trace.ts";
import { findMapField } from "../../../src/onnx/field/receptive_field.ts";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { sharedPath, testShared } from "../../support/shared.ts";
import { randomTensor } from "../../support/tensors.ts";

testShared("planBackward() carries a signal in the field of its cell", async (t) => {
  const bytes = await Deno.readFile(sharedPath("corpus/models/alexnet-features-fp32.onnx"));
  const model = readModel(bytes);
  const layers = findConvLayers(model);
  const trace = traceFirst(model, layers[0]!.readsInput!, [3, 224, 224]);
  for (const { name, output } of layers) {
    await t.step(name, () => {
      const backward = planBackward(model, { start: output, trace });
      const field = findMapField(trace, output);
      assert(backward.kind === "graph" && "line" in field);
      assert.deepEqual(backward.photo, field.line);
    });
  }
});

Deno.test("planBackward() names the node that stands in the way", () => {
  const model = readModel(encodeModel({
    nodes: [
      convNode("conv1", "image", "a", {}),
      { op: "Sigmoid", name: "gate", inputs: ["a"], outputs: ["b"] },
      convNode("conv2", "b", "c", {}),
    ],
    initializers: {
      "conv1.weight": randomTensor(createRandom(1), [4, 3, 3, 3]),
      "conv2.weight": randomTensor(createRandom(2), [4, 4, 3, 3]),
    },
    inputs: { image: [1, 3, 9, 9] },
  }));
  const trace = traceFirst(model, "image", [3, 9, 9]);
  const path = { start: "c", trace };
  const backward = planBackward(model, path);
  assert(backward.kind === "obstacle");
  assert.equal(backward.node.name, "gate");
});

function convNode(
  name: string,
  input: string,
  output: string,
  ints: Readonly<Record<string, readonly number[]>>,
): Parameters<typeof encodeModel>[0]["nodes"][number] {
  return { op: "Conv", name, inputs: [input, `${name}.weight`], outputs: [output], ints };
}

function traceFirst(model: Model, name: string, dims: readonly number[]): PhotoTrace {
  return tracePhoto(model, { name, dims: [1, ...dims], axes: [2, 3] });
}
