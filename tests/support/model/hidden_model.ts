import { encodeModel, type FunctionText, type GraphText, type NodeText } from "./onnx_model.ts";
import { store } from "./onnx_tensor.ts";
import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";

const random = createRandom(71);

const conv: NodeText = { op: "Conv", name: "conv", inputs: ["x", "k"], outputs: ["y"] };

// Its pads are those of the call, its strides [1, 1] unless the call gives others.
const block: FunctionText = {
  domain: "local",
  name: "Block",
  inputs: ["x", "k"],
  outputs: ["lit"],
  attributes: ["pads"],
  defaults: { strides: [1, 1] },
  nodes: [
    { ...conv, reference: { pads: "pads", strides: "strides" } },
    { op: "Relu", inputs: ["y"], outputs: ["lit"] },
  ],
};

const stage: FunctionText = {
  domain: "local",
  name: "Stage",
  inputs: ["x"],
  outputs: ["z"],
  nodes: [
    {
      op: "Constant",
      inputs: [],
      outputs: ["k"],
      tensor: { value: randomTensor(random, [3, 3, 3, 3], -1, 1) },
    },
    {
      op: "Block",
      domain: "local",
      name: "inner",
      inputs: ["x", "k"],
      outputs: ["z"],
      ints: { pads: [1, 1, 1, 1] },
    },
  ],
};

const body: GraphText = {
  nodes: [{ ...conv, name: "body", inputs: ["c", "own"] }],
  initializers: { own: randomTensor(random, [3, 3, 1, 1], -1, 1) },
};

/**
 * Encodes a model that hides its convolutions and their weights in every way:
 * in functions, a body and fused operators, as sparse tensors and behind a
 * weight norm.
 */
export function encodeHiddenModel(): Uint8Array<ArrayBuffer> {
  const call = { domain: "local", outputs: ["a"] };
  return encodeModel({
    nodes: [
      { ...call, op: "Stage", name: "first", inputs: ["photo"] },
      { ...call, op: "Stage", name: "second", inputs: ["a"], outputs: ["b"] },
      {
        op: "FusedConv",
        name: "fused",
        domain: "com.microsoft",
        inputs: ["b", "w", "", "a"],
        outputs: ["c"],
        string: { activation: "Clip" },
        floats: { activation_params: [0, 6] },
      },
      {
        op: "If",
        name: "choice",
        inputs: ["yes"],
        outputs: ["d"],
        graph: { then_branch: body, else_branch: body },
      },
      { op: "ReduceL2", inputs: ["v"], outputs: ["length"], ints: { axes: [1, 2, 3] } },
      { op: "Div", inputs: ["v", "length"], outputs: ["normed"] },
      { ...conv, name: "last", inputs: ["d", "normed"], outputs: ["e"] },
    ],
    sparse: {
      w: {
        dims: [3, 3, 1, 1],
        values: store("float32", [2], [1, -1]),
        indices: store("int64", [2, 4], [0, 1, 0, 0, 2, 2, 0, 0]),
      },
    },
    initializers: {
      yes: store("bool", [], [1]),
      v: randomTensor(random, [3, 3, 1, 1], -1, 1),
    },
    inputs: { photo: [1, 3, 8, 8] },
    domains: { local: 1, "com.microsoft": 1 },
    functions: [block, stage],
  });
}
