import assert from "node:assert/strict";
import { type ConvLayer, findDenseLayers } from "../../../src/onnx/layer/conv_layer.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import { captureTaps } from "../../support/model/run_model.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { node } from "../../support/model/node_text.ts";

const [READ, WRITTEN] = [6, 4];
const random = createRandom(23);
const photo = randomTensor(random, [1, READ, 3, 3], -1, 1);
const wide = randomTensor(random, [WRITTEN, READ], -1, 1);
const tall = randomTensor(random, [READ, WRITTEN], -1, 1);
const bias = randomTensor(random, [WRITTEN], -1, 1);
const scales = [0.01, 0.02, 0.03, 0.04];

const tensors: Readonly<Record<string, TensorText>> = {
  wide,
  tall,
  bias,
  row: { ...bias, dims: [1, WRITTEN] },
  half: store("float16", wide.dims, wide.data),
  halfBias: store("float16", bias.dims, bias.data),
  whole: store("int8", tall.dims, tall.data.map((each) => Math.round(100 * each))),
  wholeWide: store("int8", wide.dims, wide.data.map((each) => Math.round(100 * each))),
  wholeBias: store("int32", bias.dims, bias.data.map((each) => Math.round(1000 * each))),
  scales: store("float32", [WRITTEN], scales),
  zeros: store("int8", [WRITTEN], [0, 3, -2, 1]),
  few: store("uint8", [WRITTEN, 1, 8], Array.from({ length: 8 * WRITTEN }, (_, i) => 37 * i % 256)),
  fewScales: store("float32", [WRITTEN], [0.1, 0.2, 0.3, 0.4]),
  fewZeros: store("uint8", [WRITTEN], [3, 8, 15, 0]),
  step: store("float32", [], [0.01]),
  nought: store("uint8", [], [128]),
  outStep: store("float32", [], [0.05]),
};

const pool = node("GlobalAveragePool", "photo", "pooled");
const flat = node("Flatten", "pooled", "x");
const quantized = node("QuantizeLinear", "x step nought", "q");
const microsoft = { domain: "com.microsoft" };

function pack(inputs: string): NodeText {
  const int = { N: WRITTEN, K: READ, bits: 4, block_size: 16 };
  return {
    ...node("MatMulNBits", "", "out", { ...microsoft, int }),
    inputs: ["x", ...inputs.split(" ")],
  };
}

/** Ways in which a fully connected layer is written, and how far its maps may be from the sums. */
const FORMS: readonly (readonly [title: string, nodes: readonly NodeText[], within?: number])[] = [
  ["a Gemm", [node("Gemm", "x wide bias", "out", { int: { transB: 1 } })]],
  ["a Gemm with factors", [
    node("Gemm", "x tall row", "out", { float: { alpha: 0.5, beta: -2 } }),
  ]],
  ["a Gemm without a bias", [node("Gemm", "x tall")]],
  ["a product", [node("MatMul", "x tall")]],
  ["a product and a bias", [node("MatMul", "x tall", "p"), node("Add", "bias p")]],
  ["a product and a row", [node("MatMul", "x tall", "p"), node("Add", "p row")]],
  ["a product with turned weights", [
    node("Transpose", "wide", "turned", { ints: { perm: [1, 0] } }),
    node("MatMul", "x turned"),
  ]],
  ["a fused product", [
    node("FusedMatMul", "x wide", "out", {
      ...microsoft,
      int: { transB: 1 },
      float: { alpha: 3 },
    }),
  ]],
  ["a fused Gemm", [
    node("FusedGemm", "x wide bias", "out", {
      ...microsoft,
      int: { transB: 1 },
      float: { alpha: 2, activation_alpha: 0.25 },
      string: { activation: "LeakyRelu" },
    }),
  ]],
  ["half precision", [
    node("Cast", "x", "h", { int: { to: 10 } }),
    node("Gemm", "h half halfBias", "out", { int: { transB: 1 } }),
  ], 0.01],
  ["dequantized weights", [
    node("DequantizeLinear", "wholeWide scales zeros", "w", { int: { axis: 0 } }),
    node("Gemm", "x w bias", "out", { int: { transB: 1 } }),
  ]],
  ["QLinearMatMul", [
    quantized,
    node("QLinearMatMul", "q step nought whole scales zeros outStep nought"),
  ], 0.0251],
  ["QGemm", [
    quantized,
    node("QGemm", "q step nought whole scales zeros wholeBias", "out", microsoft),
  ]],
  ["QGemm of whole numbers", [
    quantized,
    node("QGemm", "q step nought wholeWide scales zeros wholeBias outStep nought", "out", {
      ...microsoft,
      int: { transB: 1 },
    }),
  ], 0.0251],
  ["MatMulNBits", [pack("few fewScales")]],
  ["MatMulNBits with zero points and a bias", [pack("few fewScales fewZeros  bias")]],
  ["MatMulNBits with what is added", [
    { ...pack("few fewScales fewZeros"), outputs: ["p"] },
    node("Add", "p bias"),
  ]],
  ["MatMulInteger", [quantized, node("MatMulInteger", "q whole nought zeros")]],
];

function read(nodes: readonly NodeText[], rest: Partial<ModelText> = {}): Model {
  const inputs = { photo: photo.dims };
  const domains = { "com.microsoft": 1 };
  return readModel(encodeModel({ nodes, initializers: tensors, inputs, domains, ...rest }));
}

function find(nodes: readonly NodeText[], rest: Partial<ModelText> = {}): ConvLayer[] {
  return findDenseLayers(read(nodes, rest));
}

for (const [title, nodes, within = 1e-4] of FORMS) {
  Deno.test(`findDenseLayers() finds kernels and a bias that add up to the maps of ${title}`, async () => {
    const model = read([pool, flat, ...nodes]);
    const [layer, ...others] = findDenseLayers(model);
    assert(layer !== undefined && others.length === 0);
    assert.deepEqual(layer.kernels?.dims, [WRITTEN, READ, 1, 1]);
    assert.deepEqual(layer.shape?.kernelShape, [1, 1]);
    const [maps, inputs] = await captureTaps(model, [layer.tap!, layer.inputTap!], photo);
    assertClose({ ...maps!, dims: [WRITTEN] }, sumUp(layer, inputs!), within);
  });
}

function sumUp(layer: ConvLayer, inputs: Tensor): Tensor {
  const kernels = layer.kernels!.evaluate();
  const added = layer.bias?.evaluate?.();
  const data = Float32Array.from({ length: WRITTEN }, (_, k) => {
    const own = kernels.data.subarray(k * READ, (k + 1) * READ);
    return own.reduce((sum, weight, c) => sum + weight * inputs.data[c]!, added?.data[k] ?? 0);
  });
  return { data, dims: [WRITTEN] };
}

const LEFT: readonly (readonly [title: string, nodes: readonly NodeText[]])[] = [
  ["multiplies two computed tensors", [
    node("Transpose", "x", "t", { ints: { perm: [1, 0] } }),
    node("MatMul", "x t"),
  ]],
  ["multiplies every cell of a photo", [
    node("Transpose", "photo", "last", { ints: { perm: [0, 2, 3, 1] } }),
    node("MatMul", "last tall"),
  ]],
  ["turns its samples", [node("Gemm", "tall x", "out", { int: { transA: 1 } })]],
  ["multiplies constants", [node("MatMul", "wide tall")]],
];

for (const [title, nodes] of LEFT) {
  Deno.test(`findDenseLayers() passes over a node that ${title}`, () => {
    assert.deepEqual(find([pool, flat, ...nodes]), []);
  });
}

Deno.test("findDenseLayers() leaves a sum of more than a row to the node behind", () => {
  const product = node("MatMul", "x tall", "p");
  const [layer] = find([pool, flat, product, node("Add", "p q"), node("Gemm", "x tall", "q")]);
  assert.deepEqual([layer?.output, layer?.bias], ["p", null]);
  const [read] = find([pool, flat, product, node("Add", "p bias"), node("Relu", "p", "other")]);
  assert.deepEqual([read?.output, read?.bias], ["p", null]);
});

Deno.test("findDenseLayers() ends at the activation of the whole sample", () => {
  const gemm = node("Gemm", "x tall", "g");
  const chains = ["Relu", "Softmax"].map((op) => find([pool, flat, gemm, node(op, "g")])[0]?.chain);
  assert.deepEqual(chains.map((chain) => chain?.operators), [["Relu"], ["Softmax"]]);
  const across = node("Softmax", "g", "out", { int: { axis: 0 } });
  assert.equal(find([pool, flat, gemm, across])[0]?.chain, null);
});

Deno.test("findDenseLayers() finds the activation that a Gemm is fused with behind its own maps", async () => {
  const fused = node("FusedGemm", "x wide bias", "out", {
    ...microsoft,
    int: { transB: 1 },
    float: { activation_alpha: 0.25 },
    string: { activation: "LeakyRelu" },
  });
  const model = read([pool, flat, fused]);
  const [layer] = findDenseLayers(model);
  assert.equal(layer?.op, "FusedGemm");
  assert.deepEqual(layer.chain, { output: "out", operators: ["LeakyRelu"], added: null });
  const behind = { tensor: "out", quantization: null };
  const [own, lit] = await captureTaps(model, [layer.tap!, behind], photo);
  assertClose(lit!, { ...own!, data: own!.data.map((x) => x < 0 ? 0.25 * x : x) });
});

Deno.test("findDenseLayers() says so where packed weights hold too few numbers, or of odd bits", () => {
  for (const int of [{ N: 6, K: READ, bits: 8 }, { N: WRITTEN, K: READ, bits: 3 }]) {
    const packed = { ...pack("few fewScales"), int: { ...int, block_size: 16 } };
    const [layer] = find([pool, flat, packed]);
    assert.equal(layer?.kernelsMissing?.code, "no-kernel");
  }
});
