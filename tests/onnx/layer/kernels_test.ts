import assert from "node:assert/strict";
import { findConvOperator } from "../../../src/onnx/graph/conv_operator.ts";
import { findKernels } from "../../../src/onnx/layer/kernels.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { countElements, type Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { convolve, convolveTransposed } from "../../support/convolve.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { countingTensor, randomTensor } from "../../support/tensors.ts";

function find(node: NodeText, tensors: Readonly<Record<string, TensorText>>): Tensor | null {
  const model = readModel(encodeModel({ nodes: [node], initializers: tensors, inputs: {} }));
  const [read] = model.graph.nodes;
  return findKernels(model, read!, findConvOperator(read!.domain, read!.op)!)?.evaluate() ?? null;
}

// O19: the axes of a transposed convolution's weights are [inChannels, outChannels / group, …].
Deno.test("findKernels() turns the weights of a ConvTranspose around", () => {
  const node: NodeText = { op: "ConvTranspose", inputs: ["x", "w"], outputs: ["y"] };
  const kernels = find(node, { w: countingTensor([2, 3, 1, 2]) })!;
  assert.deepEqual(kernels.dims, [3, 2, 1, 2]);
  assert.deepEqual([...kernels.data], [0, 1, 6, 7, 2, 3, 8, 9, 4, 5, 10, 11]);
});

Deno.test("findKernels() turns each group of a ConvTranspose around by itself", () => {
  const node: NodeText = {
    op: "ConvTranspose",
    inputs: ["x", "w"],
    outputs: ["y"],
    int: { group: 2 },
  };
  const kernels = find(node, { w: countingTensor([4, 3, 1, 1]) })!;
  assert.deepEqual(kernels.dims, [6, 2, 1, 1]);
  // channels 0 and 1 make maps 0 to 2, channels 2 and 3 make maps 3 to 5
  assert.deepEqual([...kernels.data], [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);
});

// A transposed convolution of stride 1 is the convolution with its kernels turned by 180 degrees.
for (const group of [1, 2, 4]) {
  Deno.test(`the kernels of a ConvTranspose of ${group} groups, mirrored, convolve as it does`, () => {
    const random = createRandom(group);
    const x = randomTensor(random, [1, 4, 5, 6], -1, 1);
    const w = randomTensor(random, [4, 3, 2, 3], -1, 1);
    const node: NodeText = {
      op: "ConvTranspose",
      inputs: ["x", "w"],
      outputs: ["y"],
      int: { group },
    };
    const kernels = find(node, { w })!;
    const pads = [1, 2, 1, 2]; // kernel sizes less one
    assertClose(convolve(x, mirror(kernels), { pads }), convolveTransposed(x, w, { group }));
  });
}

function mirror({ data, dims }: Tensor): Tensor {
  const size = countElements(dims.slice(2));
  const at = (i: number) => data[i - i % size + size - 1 - i % size]!;
  return { data: Float32Array.from(data, (_, i) => at(i)), dims };
}

const integer: NodeText = {
  op: "ConvInteger",
  inputs: ["x", "w", "", "zero"],
  outputs: ["y"],
};

Deno.test("findKernels() takes the zero point of each kernel of a ConvInteger off", () => {
  const tensors = {
    w: store("uint8", [2, 1, 1, 2], [10, 11, 12, 13]),
    zero: store("uint8", [2], [10, 13]),
  };
  assert.deepEqual([...find(integer, tensors)!.data], [0, 1, -1, 0]);
});

Deno.test("findKernels() refuses zero points that do not fit the kernels", () => {
  const tensors = {
    w: store("uint8", [3, 1, 1, 1], [10, 11, 12]),
    zero: store("uint8", [2], [10, 13]),
  };
  assert.throws(() => find(integer, tensors), /^SyntaxError: Cannot dequantize tensor of dims/);
});

const quantized: NodeText = {
  op: "QLinearConv",
  inputs: ["x", "s", "z", "w", "scale", "zero", "s", "z"],
  outputs: ["y"],
};

Deno.test("findKernels() refuses fewer zero points than scales", () => {
  const tensors = {
    w: store("int8", [3, 1, 1, 1], [1, 2, 3]),
    scale: store("float32", [3], [1, 1, 1]),
    zero: store("int8", [2], [0, 1]),
  };
  assert.throws(() => find(quantized, tensors), /^SyntaxError: Cannot dequantize tensor of dims/);
});

Deno.test("findKernels() finds none where the weights are an input", () => {
  assert.equal(find({ op: "Conv", inputs: ["x", "w"], outputs: ["y"] }, {}), null);
});
