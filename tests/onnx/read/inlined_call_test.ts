import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeHiddenModel } from "../../support/model/hidden_model.ts";
import {
  encodeModel,
  type FunctionText,
  type ModelText,
  type NodeText,
} from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers, runWhole } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(37);
const photo = randomTensor(random, [1, 3, 8, 8], -1, 1);
const w = randomTensor(random, [3, 3, 3, 3], -1, 1);

Deno.test("functions are inlined with the attributes of the call, their defaults and their constants", async () => {
  const bytes = encodeHiddenModel();
  const captured = await captureLayers(readModel(bytes), photo);
  const names = ["first/inner/conv", "second/inner/conv", "fused", "last"];
  assert.deepEqual(captured.map(({ layer }) => layer.name), names);
  const [first, second] = captured;
  assert.deepEqual(first!.layer.shape!.pads, [1, 1, 1, 1]);
  assert.deepEqual(first!.layer.shape!.strides, [1, 1]);
  const kernels = first!.layer.kernels!.evaluate();
  const pads = { pads: [1, 1, 1, 1] };
  assertClose(first!.map, convolve(photo, kernels, pads));
  const lit = { ...first!.map, data: first!.map.data.map((x) => Math.max(0, x)) };
  assert.deepEqual(first!.layer.chain, { output: "a", operators: ["Relu"], added: null });
  assertClose(first!.after!, lit);
  assertClose(second!.map, convolve(lit, kernels, pads));
  const tensors = ["a", "b", "c", "e"];
  const whole = await runWhole(bytes, { inputs: { photo }, tensors });
  const [, , fused, last] = captured;
  assertClose(second!.after!, whole[1]!, 1e-5);
  assertClose(fused!.after!, whole[2]!, 1e-5);
  assertClose(last!.map, whole[3]!, 1e-5);
});

Deno.test("weights that a function holds are shared by its calls", () => {
  const layers = findConvLayers(readModel(encodeHiddenModel()));
  const shared = layers.filter(({ badges }) => badges.includes("shared"));
  assert.deepEqual(shared.map(({ name }) => name), ["first/inner/conv", "second/inner/conv"]);
});

const conv: NodeText = { op: "Conv", name: "conv", inputs: ["x", "k"], outputs: ["y"] };

function encode(
  described: Partial<FunctionText>,
  calls: readonly NodeText[],
  rest: Partial<ModelText> = {},
): Uint8Array<ArrayBuffer> {
  const block = {
    domain: "local",
    name: "Block",
    inputs: ["x", "k"],
    outputs: ["y"],
    nodes: [conv],
  };
  return encodeModel({
    nodes: calls,
    initializers: { w },
    inputs: { photo: photo.dims },
    domains: { local: 1 },
    functions: [{ ...block, ...described }],
    ...rest,
  });
}

function call(outputs: readonly string[], name = ""): NodeText {
  return { op: "Block", domain: "local", name, inputs: ["photo", "w"], outputs };
}

// [what, function, calls, what the last map is]
const cases: readonly (readonly [string, Partial<FunctionText>, readonly NodeText[], Tensor])[] = [
  [
    "an output that no call takes",
    { outputs: ["y", "z"], nodes: [conv, { op: "Relu", inputs: ["y"], outputs: ["z"] }] },
    [call(["", "lit"]), { ...conv, inputs: ["lit", "w"], outputs: ["end"] }],
    convolve(relu(convolve(photo, w)), w),
  ],
  [
    "an output that is an input",
    { outputs: ["y", "x"] },
    [call(["a", "same"]), { ...conv, inputs: ["same", "w"], outputs: ["end"] }],
    convolve(photo, w),
  ],
  [
    "names that the graph has too",
    { nodes: [{ ...conv, outputs: ["t"] }, { op: "Neg", inputs: ["t"], outputs: ["y"] }] },
    [
      { op: "Identity", inputs: ["photo"], outputs: ["call/t"] },
      { ...call(["a"], "call"), inputs: ["call/t", "w"] },
      { ...conv, inputs: ["a", "w"], outputs: ["end"] },
    ],
    convolve(negate(convolve(photo, w)), w),
  ],
  [
    "a body that reads a tensor of the function",
    {
      nodes: [conv, {
        op: "If",
        inputs: ["k0"],
        outputs: ["z"],
        graph: {
          then_branch: { nodes: [{ op: "Neg", inputs: ["y"], outputs: ["n"] }] },
          else_branch: { nodes: [{ op: "Relu", inputs: ["y"], outputs: ["r"] }] },
        },
      }],
      inputs: ["x", "k", "k0"],
      outputs: ["z"],
    },
    [
      { ...call(["a"]), inputs: ["photo", "w", "yes"] },
      { ...conv, inputs: ["a", "w"], outputs: ["end"] },
    ],
    convolve(negate(convolve(photo, w)), w),
  ],
];

function relu({ data, dims }: Tensor): Tensor {
  return { data: data.map((x) => Math.max(0, x)), dims };
}

function negate({ data, dims }: Tensor): Tensor {
  return { data: data.map((x) => -x), dims };
}

for (const [what, described, calls, expected] of cases) {
  Deno.test(`a function of ${what} is inlined`, async () => {
    const yes = store("bool", [], [1]);
    const bytes = encode(described, calls, { initializers: { w, yes } });
    const captured = await captureLayers(readModel(bytes), photo);
    assert.equal(captured.length, 2);
    assertClose(captured.at(-1)!.map, expected, 1e-4);
  });
}

Deno.test("a function whose operator sets the model does not name brings them along", async () => {
  const inner: FunctionText = {
    domain: "inner",
    name: "Twice",
    inputs: ["x"],
    outputs: ["y"],
    nodes: [{ op: "Add", inputs: ["x", "x"], outputs: ["y"] }],
  };
  const outer: FunctionText = {
    domain: "local",
    name: "Block",
    inputs: ["x", "k"],
    outputs: ["z"],
    nodes: [conv, { op: "Twice", domain: "inner", inputs: ["y"], outputs: ["z"] }],
    domains: { inner: 1 },
  };
  const last = { ...conv, inputs: ["a", "w"], outputs: ["end"] };
  const bytes = encode({}, [call(["a"]), last], { functions: [inner, outer] });
  const [, captured] = await captureLayers(readModel(bytes), photo);
  const twice = convolve(photo, w);
  assertClose(captured!.map, convolve({ ...twice, data: twice.data.map((x) => 2 * x) }, w), 1e-4);
});
