import assert from "node:assert/strict";
import { onnxRuntime } from "../../../src/host/session.ts";
import { findConstant } from "../../../src/onnx/constant/find_constant.ts";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { encodeGraph } from "../../../src/onnx/write/encode.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import {
  planTerms,
  sortByInput,
  TERMS,
  TERMS_INPUT,
  TERMS_SLICES,
} from "../../../src/onnx/layer/terms.ts";
import { sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { hasCircuit } from "../../../src/visit/pixel/circuit.ts";
import { createRandom } from "../../support/random.ts";
import { captureTaps } from "../../support/model/run_model.ts";
import { sharedPath, testShared } from "../../support/shared.ts";
import { randomTensor } from "../../support/tensors.ts";

// Plain, with branches, and with groups.
const MODELS = [
  ["alexnet-features-fp32.onnx", [3, 224, 224]],
  ["squeezenet1.1-imagenet-fp32.onnx", [3, 224, 224]],
  ["ultraface-slim-320.onnx", [3, 240, 320]],
] as const;

for (const [file, size] of MODELS) {
  testShared(`planTerms() gives terms that add up to the maps of ${file}`, async (t) => {
    const model = readModel(await Deno.readFile(sharedPath(`corpus/models/${file}`)));
    const photo = randomTensor(createRandom(1), size, -2, 2);
    const layers = findConvLayers(model).filter(hasCircuit);
    assert(layers.length > 3);
    const tensors = layers.flatMap(({ input, output }) => [input, output]);
    const taps = tensors.map((tensor) => ({ tensor, quantization: null }));
    const captured = await captureTaps(model, taps, photo);
    for (const layer of layers) {
      const [inputs, maps] = captured.splice(0, 2);
      await t.step(layer.name, async () => {
        const sum = await addTerms(layer, sliceAt(inputs!, 0), sliceAt(maps!, 0));
        addBias(model, layer, sum);
        assertWithin(sum, sliceAt(maps!, 0), 1e-4);
      });
    }
  });
}

async function addTerms(layer: ConvLayer, inputs: Tensor, maps: Tensor): Promise<Tensor> {
  const shape = layer.shape!;
  const { inChannels, outChannels, group } = shape;
  const perGroup = outChannels / group;
  const cells = { read: inputs.dims.slice(1), written: maps.dims.slice(1) };
  const range = { from: 0, to: perGroup };
  const bytes = encodeGraph(planTerms(shape, cells));
  const session = await onnxRuntime.open({ bytes, externalData: [], inputs: [], outputs: [TERMS] });
  const batch = { data: inputs.data, dims: [1, ...inputs.dims] };
  const slices = sortByInput(shape, layer.kernels!.evaluate(), range);
  const fed = new Map([[TERMS_INPUT, batch], [TERMS_SLICES, slices]]);
  const terms = sliceAt((await session.run(fed)).get(TERMS)!, 0);
  await session.close();
  const sum = { data: new Float32Array(maps.data.length), dims: maps.dims };
  for (let input = 0; input < inChannels; input++) {
    const first = Math.floor(input / (inChannels / group)) * perGroup;
    for (let k = 0; k < perGroup; k++) {
      const map = sliceAt(sum, first + k).data;
      const term = sliceAt(terms, input * perGroup + k).data;
      for (let i = 0; i < map.length; i++) map[i]! += term[i]!;
    }
  }
  return sum;
}

function addBias(model: Model, { node }: ConvLayer, sum: Tensor): void {
  const bias = node.inputs[2] ? findConstant(model, node.inputs[2])!.evaluate().data : null;
  bias?.forEach((value, k) => {
    const map = sliceAt(sum, k).data;
    for (let i = 0; i < map.length; i++) map[i]! += value;
  });
}

function assertWithin(actual: Tensor, expected: Tensor, share: number): void {
  for (let k = 0; k < expected.dims[0]!; k++) {
    const map = sliceAt(expected, k).data;
    const range = map.reduce((a, b) => Math.max(a, b)) - map.reduce((a, b) => Math.min(a, b));
    const found = sliceAt(actual, k).data;
    const most = map.reduce((worst, value, i) => Math.max(worst, Math.abs(value - found[i]!)), 0);
    assert(most <= share * range + 1e-6, `map ${k} differs by ${most} of ${range}`);
  }
}
