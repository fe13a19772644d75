import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { MODEL } from "../../../src/onnx/wire/proto.ts";
import { concatBytes, encodeField } from "../../../src/onnx/wire/wire.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

// O7: what was folded into weights is known by the signs that exporters leave, and by nothing else.

const random = createRandom(53);
const w = randomTensor(random, [3, 3, 3, 3], -1, 1);
const bias = randomTensor(random, [3]);
const norm = ["norm.weight", "norm.bias", "norm.running_mean", "norm.running_var"];

/** A convolution of tensors that go by these names, and the badges of its fold. */
interface Case {
  readonly title: string;
  readonly weight: string;
  readonly bias?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** @default {"pytorch"} */
  readonly producer?: string;
  /** Names of other tensors. */
  readonly others?: readonly string[];
  readonly after?: readonly NodeText[];
  readonly badges: readonly string[];
}

const cases: readonly Case[] = [
  // torch.onnx.export of 1.12 to 2.x, TorchScript: Conv and BatchNorm in eval mode
  {
    title: "a weight and a bias that PyTorch numbered one after the other",
    weight: "onnx::Conv_16",
    bias: "onnx::Conv_17",
    badges: ["batchnorm-folded"],
  },
  // of weight_norm, where the bias stays
  {
    title: "a weight that PyTorch numbered, and a bias that kept its name",
    weight: "onnx::Conv_27",
    bias: "0.bias",
    badges: ["weights-folded"],
  },
  {
    title: "a weight that PyTorch numbered, without a bias",
    weight: "onnx::Conv_12",
    badges: ["weights-folded"],
  },
  {
    title: "numbers that do not follow each other",
    weight: "onnx::Conv_12",
    bias: "onnx::Conv_20",
    badges: ["weights-folded"],
  },
  {
    title: "numbers as PyTorch gave them up to 1.11",
    weight: "48",
    bias: "49",
    others: ["fc.weight"],
    badges: ["batchnorm-folded"],
  },
  {
    title: "numbers for all tensors, as the first exporters gave them",
    weight: "1",
    bias: "2",
    badges: [],
  },
  {
    title: "numbers of another program",
    weight: "1",
    bias: "2",
    producer: "caffe",
    others: ["fc.weight"],
    badges: [],
  },
  // torch.onnx.export(dynamo=True)
  {
    title: "a rewrite in the metadata",
    weight: "conv1.weight",
    bias: "conv1.bias",
    metadata: { "pkg.onnxscript.rewriter.rule_name": "FuseBatchNormIntoConv" },
    badges: ["batchnorm-folded"],
  },
  {
    title: "a rewrite of a transposed one in the metadata",
    weight: "up.weight",
    metadata: { "pkg.onnxscript.rewriter.rule_name": "FuseBatchNormIntoConvTranspose" },
    badges: ["batchnorm-folded"],
  },
  {
    title: "another rewrite in the metadata",
    weight: "conv1.weight",
    metadata: { "pkg.onnxscript.rewriter.rule_name": "FusePadIntoConv" },
    badges: [],
  },
  {
    title: "a bias that the exporter added",
    weight: "conv1.weight",
    bias: "conv1.weight_bias",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a bias of the layer's own",
    weight: "conv1.weight",
    bias: "conv1.bias",
    badges: [],
  },
  {
    title: "a bias of the layer's own, named otherwise",
    weight: "conv1.weight",
    bias: "conv1_bias",
    badges: [],
  },
  // tf2onnx
  {
    title: "TensorFlow's names",
    weight: "model/conv1/Conv2D_weights_fused_bn",
    bias: "model/conv1/Conv2D_bias_fused_bn",
    producer: "tf2onnx",
    badges: ["batchnorm-folded"],
  },
  {
    title: "TensorFlow's names, quantized",
    weight: "model/conv1/Conv2D_weights_fused_bn_quantized",
    bias: "model/conv1/Conv2D_bias_fused_bn_quantized",
    producer: "onnx.quantize",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a bias that TensorFlow Lite named by the norm",
    weight: "model/conv1/Conv2D",
    bias: "model/bn1/FusedBatchNormV3",
    producer: "tf2onnx",
    badges: ["batchnorm-folded"],
  },
  {
    title: "TensorFlow's names with a number",
    weight: "model/conv1/Conv2D_weights_fused_bn__57",
    producer: "tf2onnx",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a bias of TensorFlow's training of quantized networks",
    weight: "MobilenetV1/Conv2d_0/weights_quant/FakeQuantWithMinMaxVars",
    bias: "MobilenetV1/MobilenetV1/Conv2d_0/Conv2D_Fold_bias",
    producer: "tf2onnx",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a bias that TensorFlow Lite made of a norm's sums",
    weight: "model/conv1/Conv2D",
    bias: "model/batch_normalization_3/batchnorm/sub",
    producer: "tf2onnx",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a bias that Paddle named by the norm",
    weight: "conv2d_0.w_0",
    bias: "batch_norm2d_0.b_0",
    producer: "PaddlePaddle",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a bias that MXNet named by the norm",
    weight: "stage1_conv1_weight",
    bias: "stage1_bn1_beta",
    producer: "mxnet",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a layer whose name begins like a norm's",
    weight: "batch_norm_conv.weight",
    bias: "batch_norm_conv.bias",
    badges: [],
  },
  {
    title: "a constant that tf2onnx brought to another order",
    weight: "const_fold_opt__57",
    bias: "model/conv1/BiasAdd/ReadVariableOp:0",
    producer: "tf2onnx",
    badges: [],
  },
  // onnxruntime's optimiser
  {
    title: "onnxruntime's names",
    weight: "ConvBnFusion_W_conv1.0.weight",
    bias: "ConvBnFusion_BN_B_conv1.1.bias",
    badges: ["batchnorm-folded"],
  },
  {
    title: "onnxruntime's name of a factor",
    weight: "ConvMulFusion_W_conv1.weight",
    badges: ["weights-folded"],
  },
  {
    title: "PyTorch's numbers, quantized",
    weight: "onnx::Conv_16_quantized",
    bias: "onnx::Conv_17_quantized",
    producer: "onnx.quantize",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a bias that was the norm's",
    weight: "layer1.conv.weight",
    bias: "layer1.bn1.bias",
    badges: ["batchnorm-folded"],
  },
  {
    title: "a layer within a block that is named after a norm",
    weight: "conv_bn.conv.weight",
    bias: "conv_bn.conv.bias",
    badges: [],
  },
  {
    title: "a BatchNorm that follows",
    weight: "onnx::Conv_16",
    bias: "onnx::Conv_17",
    others: norm,
    after: [{ op: "BatchNormalization", inputs: ["maps", ...norm], outputs: ["normed"] }],
    badges: ["weights-folded"],
  },
];

for (const { title, weight, bias: added, badges, ...rest } of cases) {
  Deno.test(`findConvLayers() takes ${title} for ${badges[0] ?? "no fold"}`, () => {
    const { metadata = {}, producer = "pytorch", others = [], after = [] } = rest;
    const inputs = ["photo", weight, ...added === undefined ? [] : [added]];
    const conv = { op: "Conv", inputs, outputs: ["maps"], metadata };
    const tensors = {
      [weight]: w,
      ...(added !== undefined && { [added]: bias }),
      ...Object.fromEntries(others.map((name) => [name, bias])),
    };
    const bytes = encodeModel({
      nodes: [conv, ...after],
      initializers: tensors,
      inputs: { photo: [1, 3, 8, 8] },
    });
    const named = encodeField({ no: MODEL.producerName, kind: "text", value: producer });
    const [layer] = findConvLayers(readModel(concatBytes([bytes, named])));
    assert.deepEqual(layer!.badges, badges);
  });
}

Deno.test("findConvLayers() sees a fold through what a quantizer put before the convolution", () => {
  const scaled = (name: string): NodeText => ({
    op: "DequantizeLinear",
    inputs: [`${name}_quantized`, "scale"],
    outputs: [`${name}_DequantizeLinear_Output`],
  });
  const names = ["onnx::Conv_16", "onnx::Conv_17"];
  const bytes = encodeModel({
    nodes: [
      ...names.map(scaled),
      {
        op: "Conv",
        inputs: ["photo", ...names.map((name) => `${name}_DequantizeLinear_Output`)],
        outputs: ["maps"],
      },
    ],
    initializers: {
      [`${names[0]}_quantized`]: store("int8", [1, 3, 1, 1], [1, 2, 3]),
      [`${names[1]}_quantized`]: store("int32", [1], [4]),
      scale: store("float32", [], [0.1]),
    },
    inputs: { photo: [1, 3, 8, 8] },
  });
  const [layer] = findConvLayers(readModel(bytes));
  assert.deepEqual(layer!.badges, ["batchnorm-folded", "quantized"]);
});
