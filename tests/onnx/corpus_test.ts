import assert from "node:assert/strict";
import { createFiles } from "../../src/host/file/files.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { type ConvLayer, findConvLayers, findLayers } from "../../src/onnx/layer/conv_layer.ts";
import { cutModel } from "../../src/onnx/write/cut.ts";
import type { Model } from "../../src/onnx/graph/model.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { surveyFields } from "../../src/survey/fields.ts";
import { surveyImage } from "../../src/survey/image.ts";
import { surveyLayers } from "../../src/survey/layer_list.ts";
import { countElements, type Tensor } from "../../src/tensor/tensor.ts";
import { measureDifference } from "../support/close.ts";
import { decodeNpy } from "../support/npy.ts";
import { createRandom } from "../support/random.ts";
import { type Captured, captureLayers } from "../support/model/run_model.ts";
import { sharedPath, testShared } from "../support/shared.ts";
import { randomTensor } from "../support/tensors.ts";

/** What is known of a model, counted by another reader than this project's. */
interface Known {
  readonly file: string;
  readonly ops: Readonly<Record<string, number>>;
  readonly pairs: number;
  readonly stored: string;
  readonly badges?: Readonly<Record<string, number>>;
  /** The photo [channels, height, width] that it is run on; null where it is not. */
  readonly photo: readonly number[] | null;
  /** Why onnxruntime refuses it. */
  readonly refused?: RegExp;
}

const alexnet = { ops: { Conv: 5 }, pairs: 64 + 192 + 384 + 256 + 256, photo: [3, 63, 95] };

// 64 maps, 8 fire modules of s, e and e maps, 1000 classes.
const squeezenet = {
  ops: { Conv: 26 },
  pairs: 64 + [16, 16, 32, 32, 48, 48, 64, 64].reduce((sum, s) => sum + 9 * s, 0) + 1000,
  photo: [3, 224, 224],
};

const known: readonly Known[] = [
  { file: "alexnet-features-fp32.onnx", ...alexnet, stored: "float32" },
  { file: "alexnet-features-fp16.onnx", ...alexnet, stored: "float16" },
  { file: "alexnet-features-extdata/alexnet-features.onnx", ...alexnet, stored: "float32" },
  { file: "squeezenet1.1-imagenet-fp32.onnx", ...squeezenet, stored: "float32" },
  { file: "squeezenet1.1-imagenet-fp16.onnx", ...squeezenet, stored: "float16" },
  {
    file: "squeezenet1.1-imagenet-int8-qdq-perchannel.onnx",
    ...squeezenet,
    stored: "int8 with a scale",
    badges: { quantized: 26 },
  },
  {
    file: "shufflenet-v2-12-int8.onnx",
    ops: { QLinearConv: 56, QLinearMatMul: 1 },
    // Stages of 4, 8 and 4 units, each with half h of the channels: the first unit splits in two.
    pairs: 24 + (24 + 4 * 58 + 3 * 3 * 58) + (116 + 4 * 116 + 7 * 3 * 116) +
      (232 + 4 * 232 + 3 * 3 * 232) + 1024 + 1000,
    stored: "int8 with a scale",
    badges: { "batchnorm-folded": 56, quantized: 57, depthwise: 19, "fully-connected": 1 },
    photo: [3, 224, 224],
  },
  {
    file: "cifar10-cnn-winml-tutorial.onnx",
    ops: { Conv: 4, Gemm: 1 },
    pairs: 12 + 12 + 24 + 24 + 10,
    stored: "float32",
    badges: { "batchnorm-folded": 4, "fully-connected": 1 }, // PyTorch 1.7 numbered the weights it wrote
    photo: [3, 32, 32],
  },
  {
    file: "mnist-8.onnx",
    ops: { Conv: 2, MatMul: 1 },
    pairs: 8 + 16 + 10,
    stored: "float32",
    badges: { "fully-connected": 1 },
    photo: [1, 28, 28],
  },
  {
    file: "super-resolution-10.onnx",
    ops: { Conv: 4 },
    pairs: 64 + 64 + 32 + 9, // nine pixels of each
    stored: "float32",
    photo: [1, 224, 224],
  },
  {
    // three that narrow, five residual blocks of two, two that widen, one that paints
    file: "fns-candy.onnx",
    ops: { Conv: 14, ConvTranspose: 2 },
    pairs: 16 + 32 + 64 + 10 * 64 + 32 + 16 + 3,
    stored: "float32",
    photo: null,
  },
  {
    file: "ultraface-slim-320.onnx",
    ops: { Conv: 42 },
    pairs: 3612,
    stored: "float32",
    badges: { depthwise: 19 },
    photo: [3, 240, 320],
  },
  {
    file: "selfie-segmentation-landscape.onnx",
    ops: { Conv: 54, ConvTranspose: 1 },
    pairs: 2921,
    stored: "float32",
    badges: { depthwise: 11 },
    photo: [3, 144, 256],
  },
  {
    file: "edge/simplified_ssd.onnx",
    ops: { Conv: 5 },
    pairs: 704,
    stored: "float32",
    photo: [3, 300, 300],
  },
  {
    file: "edge/conv_qdq_s8s8_perchannel.onnx",
    ops: { Conv: 1 },
    pairs: 32,
    stored: "int8 with a scale",
    badges: { quantized: 1 },
    photo: [3, 24, 24],
  },
  {
    file: "edge/mnist-1-cntk-constants.onnx",
    ops: { Conv: 2, MatMul: 1 },
    pairs: 8 + 16 + 10,
    stored: "float32",
    badges: { "fully-connected": 1 },
    photo: [1, 28, 28],
    refused: /Could not find an implementation for Add\(1\)/,
  },
  {
    file: "edge/super-resolution-opset-none-ir1.onnx",
    ops: { Conv: 4 },
    pairs: 64 + 64 + 32 + 9,
    stored: "float32",
    photo: [1, 224, 224],
    refused: /opset/i,
  },
];

const files = createFiles(sharedPath("corpus/models"));

async function readCorpus<T>(file: string, use: (model: Model) => T): Promise<Awaited<T>> {
  const opened = files.openModel(file);
  try {
    return await use(readModel(opened.source));
  } finally {
    opened.close();
  }
}

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

for (const { file, ops, pairs, stored, badges = {}, photo, refused } of known) {
  testShared(`surveyLayers() lists the layers of ${file}`, async () => {
    const { layers: rows } = await surveyLayers(file, { files, runtime: onnxRuntime });
    assert.deepEqual(count(rows.map(({ op }) => op)), ops);
    assert.equal(rows.reduce((sum, row) => sum + row.pairs!, 0), pairs);
    assert.deepEqual(count(rows.flatMap((row) => row.badges)), badges);
    assert.deepEqual(count(rows.map((row) => row.stored!)), { [stored]: rows.length });
    assert.deepEqual(rows.filter(({ missing }) => missing !== ""), []);
  });

  testShared(`findConvLayers() gives every kernel of ${file}`, async () => {
    await readCorpus(file, (model) => {
      for (const { kernels, shape } of findConvLayers(model)) {
        const { data, dims } = kernels!.evaluate();
        assert.deepEqual(dims, kernels!.dims);
        assert.equal(data.length, countElements(dims));
        assert(data.every(Number.isFinite));
        assert.deepEqual(dims.slice(2), shape!.kernelShape);
        assert.equal(dims[1], shape!.inChannels / shape!.group);
      }
    });
  });

  if (refused !== undefined) {
    testShared(`onnxruntime refuses ${file}, and its kernels are there`, async () => {
      await readCorpus(file, async (model) => {
        const layers = findConvLayers(model);
        const cut = cutModel(model, layers.map(({ tap }) => tap!));
        await assert.rejects(onnxRuntime.open(cut), refused);
        assert(layers.every(({ kernels }) => kernels!.evaluate().data.length > 0));
      });
    });
  } else if (photo !== null) {
    testShared(
      `the maps of ${file} have a channel for each kernel, and the cells that are told`,
      async () => {
        await readCorpus(file, async (model) => {
          const layers = findConvLayers(model);
          const fieldOf = surveyFields(model, surveyImage(model, {}), layers);
          const input = randomTensor(createRandom(1), photo);
          const captured = await captureLayers(model, input);
          assert.equal(captured.length, layers.length);
          for (const { layer, map, after } of captured) {
            assert.equal(map.dims[1], layer.shape!.outChannels, layer.name);
            assert.deepEqual(
              map.dims.slice(2),
              fieldOf(layer).cells ?? map.dims.slice(2),
            );
            if (after !== null) assert.deepEqual(after.dims, map.dims);
            assert(map.data.every(Number.isFinite));
          }
        });
      },
    );
  }
}

testShared("onnxruntime loads the cut fns-candy.onnx", async () => {
  await readCorpus("fns-candy.onnx", async (model) => {
    const cut = cutModel(model, findConvLayers(model).map(({ tap }) => tap!));
    const session = await onnxRuntime.open(cut);
    await session.close();
  });
});

testShared("the cells of five models are known for every layer", async () => {
  const whole = [
    "squeezenet1.1-imagenet-fp32",
    "shufflenet-v2-12-int8",
    "mnist-8",
    "ultraface-slim-320",
  ];
  for (const name of [...whole, "cifar10-cnn-winml-tutorial"]) {
    await readCorpus(`${name}.onnx`, (model) => {
      const layers = findLayers(model);
      const fieldOf = surveyFields(model, surveyImage(model, {}), layers);
      const unknown = layers.filter((layer) => fieldOf(layer).cells === null);
      assert.deepEqual(unknown.map((layer) => layer.name), [], name);
    });
  }
});

async function readAstronaut(): Promise<Tensor> {
  const path = "golden/activations/alexnet-astronaut/input.npy";
  return decodeNpy(await Deno.readFile(sharedPath(path)));
}

function evaluateAll(layers: readonly Pick<ConvLayer, "kernels">[]): Tensor[] {
  return layers.map(({ kernels }) => kernels!.evaluate());
}

// O13, O14: three files of the same network.
testShared("AlexNet in float16 and with external data is the AlexNet in float32", async () => {
  const photo = await readAstronaut();
  const read = (file: string) =>
    readCorpus(file, async (model) => {
      const captured: Captured[] = await captureLayers(model, photo);
      const kernels = evaluateAll(captured.map(({ layer }) => layer));
      return { kernels, maps: captured.map(({ map }) => map) };
    });
  const whole = await read("alexnet-features-fp32.onnx");
  const outside = await read("alexnet-features-extdata/alexnet-features.onnx");
  const half = await read("alexnet-features-fp16.onnx");
  assert.deepEqual(outside, whole);
  for (const [i, kernels] of whole.kernels.entries()) {
    const rounded = Float32Array.from(Float16Array.from(kernels.data));
    assert.deepEqual(half.kernels[i]!.data, rounded);
    assert(measureDifference(half.maps[i]!, whole.maps[i]!) < 1e-2);
  }
});

// O10.
testShared("SqueezeNet's int8 kernels, dequantized, resemble those in float32", async () => {
  const read = (file: string) => readCorpus(file, (model) => evaluateAll(findConvLayers(model)));
  const whole = await read("squeezenet1.1-imagenet-fp32.onnx");
  const quantized = await read("squeezenet1.1-imagenet-int8-qdq-perchannel.onnx");
  assert.deepEqual(quantized.map(({ dims }) => dims), whole.map(({ dims }) => dims));
  const alike = quantized.map(({ data }, i) => correlate(data, whole[i]!.data));
  assert(Math.min(...alike) > 0.99, String(alike));
});

function correlate(a: Float32Array, b: Float32Array): number {
  const mean = (values: Float32Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [p, q] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    const y = b[i]! - q;
    ab += (x - p) * y;
    aa += (x - p) ** 2;
    bb += y ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

testShared("simplified_ssd.onnx has a batch of three, which is filled by repeating", async () => {
  await readCorpus("edge/simplified_ssd.onnx", async (model) => {
    const [first] = await captureLayers(model, randomTensor(createRandom(1), [3, 300, 300]));
    const { data, dims } = first!.map;
    assert.equal(dims[0], 3);
    const size = data.length / 3;
    assert.deepEqual(data.subarray(0, size), data.subarray(2 * size));
  });
});
