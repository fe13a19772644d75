import assert from "node:assert/strict";
import { centreMaps, type Contributions } from "../../src/analysis/map/contribution.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { type ConvLayer, findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import {
  planShares,
  SHARES,
  SHARES_INPUT,
  SHARES_KERNELS,
  SHARES_MAPS,
} from "../../src/onnx/layer/slice_shares.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { encodeGraphModel } from "../../src/onnx/write/graph_model.ts";
import { findLargest } from "../../src/tensor/largest.ts";
import { sliceAt, type Tensor } from "../../src/tensor/tensor.ts";
import { type Circuit, traceCircuit } from "../../src/jobs/circuit.ts";
import { hasCircuit } from "../../src/plan/circuit.ts";
import { convolve, type Steps } from "../support/convolve.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { captureTaps } from "../support/model/run_model.ts";
import { createRandom } from "../support/random.ts";
import { sharedPath, testShared } from "../support/shared.ts";
import { randomTensor } from "../support/tensors.ts";

/** A convolution of maps of 11 x 9 cells. */
interface Convolution {
  readonly title: string;
  readonly kernels: readonly [outChannels: number, inChannels: number, ...kernelShape: number[]];
  readonly ints?: Pick<Steps, "strides" | "dilations" | "pads">;
  /** SAME_UPPER, with the pads it means. */
  readonly same?: true;
  readonly group?: number;
}

const CONVOLUTIONS: readonly Convolution[] = [
  { title: "one tap", kernels: [3, 5, 1, 1] },
  { title: "one tap, with strides", kernels: [3, 5, 1, 1], ints: { strides: [2, 3] } },
  { title: "unlike padding", kernels: [4, 6, 3, 2], ints: { pads: [1, 0, 2, 1] } },
  {
    title: "strides and dilations",
    kernels: [4, 6, 3, 2],
    ints: { strides: [2, 1], dilations: [1, 3], pads: [2, 2, 1, 1] },
  },
  {
    title: "padding to the same size",
    kernels: [2, 6, 4, 4],
    ints: { strides: [2, 2], pads: [1, 1, 2, 2] },
    same: true,
  },
  { title: "groups", kernels: [6, 5, 3, 3], ints: { pads: [1, 1, 1, 1] }, group: 3 },
];

for (const convolution of CONVOLUTIONS) {
  Deno.test(`traceCircuit() gives the shares of the terms: ${convolution.title}`, async () => {
    const { kernels: dims, ints, group = 1 } = convolution;
    const random = createRandom(3);
    const kernels = randomTensor(random, dims, -1, 1);
    const inputs = randomTensor(random, [dims[1] * group, 11, 9], 0, 2);
    const { data, dims: [, ...space] } = convolve(batchOf(inputs), kernels, ints);
    const maps = { data, dims: space };
    maps.data.fill(7, 0, maps.data.length / dims[0]); // a map that is the same everywhere
    const found = await trace(findLayer(convolution, kernels), { kernels, inputs, maps });
    assert.equal(found.length, dims[0]);
    assert.equal(found[0], null);
    found.slice(1).forEach((each, i) => {
      const shares = listShares(convolution, i + 1, { kernels, inputs, maps });
      const largest = findLargest(shares, 4);
      const first = Math.floor((i + 1) / (dims[0] / group)) * dims[1];
      assert.deepEqual(each!.input, largest.map((place) => first + place));
      each!.share.forEach((share, n) => assertNear(share, shares[largest[n]!]!));
    });
  });
}

Deno.test("traceCircuit() names no slice of a map with a number that is not finite", async () => {
  const kernels = randomTensor(createRandom(1), [2, 3, 1, 1]);
  const inputs = randomTensor(createRandom(2), [3, 11, 9]);
  const maps = randomTensor(createRandom(3), [2, 11, 9]);
  maps.data[4] = NaN;
  const layer = findLayer({ title: "", kernels: [2, 3, 1, 1] }, kernels);
  const [first, second] = await trace(layer, { kernels, inputs, maps });
  assert.equal(first, null);
  assert(second!.share.every(Number.isFinite));
});

// Plain, with branches, and with groups.
const MODELS = [
  ["alexnet-features-fp32.onnx", [3, 224, 224]],
  ["squeezenet1.1-imagenet-fp32.onnx", [3, 224, 224]],
  ["ultraface-slim-320.onnx", [3, 240, 320]],
] as const;

for (const [file, size] of MODELS) {
  testShared(`planShares() gives shares that add up to 1 in ${file}`, async (t) => {
    const model = readModel(await Deno.readFile(sharedPath(`corpus/models/${file}`)));
    const photo = randomTensor(createRandom(1), size, -2, 2);
    const layers = findConvLayers(model).filter(hasCircuit).filter(({ shape }) =>
      shape!.group === 1
    );
    assert(layers.length > 3);
    const tensors = layers.flatMap(({ input, output }) => [input, output]);
    const taps = tensors.map((tensor) => ({ tensor, quantization: null }));
    const captured = await captureTaps(model, taps, photo);
    for (const layer of layers) {
      const [inputs, maps] = captured.splice(0, 2).map((batch) => sliceAt(batch, 0));
      await t.step(layer.name, async () => {
        for (const sum of await addShares(layer, inputs!, maps!)) assertNear(sum, 1, 1e-4);
      });
    }
  });
}

async function addShares(layer: ConvLayer, inputs: Tensor, maps: Tensor): Promise<number[]> {
  const cells = { read: inputs.dims.slice(1), written: maps.dims.slice(1) };
  const centred = centreMaps(maps);
  const fed = new Map([
    [SHARES_INPUT, inputs],
    [SHARES_MAPS, centred.maps],
    [SHARES_KERNELS, layer.kernels!.evaluate()],
  ]);
  const session = await onnxRuntime.open(encodeGraphModel(planShares(layer.shape!, cells)));
  const products = sliceAt((await session.run(fed)).get(SHARES)!, 0);
  await session.close();
  return [...centred.energies].flatMap((energy, k) =>
    energy === 0 ? [] : [sliceAt(products, k).data.reduce((a, b) => a + b, 0) / energy]
  );
}

function findLayer({ ints, same, group = 1 }: Convolution, kernels: Tensor): ConvLayer {
  const inChannels = kernels.dims[1]! * group;
  const { pads: _, ...steps } = ints ?? {};
  const [layer] = findConvLayers(readModel(encodeModel({
    nodes: [{
      op: "Conv",
      name: "conv",
      inputs: ["maps", "kernels"],
      outputs: ["end"],
      ints: same ? steps : ints ?? {},
      int: { group },
      ...same ? { string: { auto_pad: "SAME_UPPER" } } : {},
    }],
    inputs: { maps: [1, inChannels, 11, 9] },
    initializers: { kernels },
    outputs: ["end"],
  })));
  return layer!;
}

/** What a layer reads, and what it makes of it. */
type Tensors = Omit<Circuit, "shape"> & { readonly maps: Tensor };

function trace(
  { shape }: ConvLayer,
  { kernels, inputs, maps }: Tensors,
): Promise<(Contributions | null)[]> {
  return traceCircuit({ shape: shape!, kernels, inputs }, maps, onnxRuntime);
}

// By the definition: the covariance of every term with the map, over the map's variance.
function listShares(
  { kernels: [outChannels, channels], ints, group = 1 }: Convolution,
  k: number,
  { kernels, inputs, maps }: Tensors,
): number[] {
  const map = sliceAt(maps, k).data;
  const mean = map.reduce((a, b) => a + b, 0) / map.length;
  const variance = map.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const first = Math.floor(k / (outChannels / group)) * channels;
  return Array.from({ length: channels }, (_, i) => {
    const slice = sliceAt(sliceAt(kernels, k), i);
    const read = sliceAt(inputs, first + i);
    const term = convolve(batchOf(batchOf(read)), batchOf(batchOf(slice)), ints).data;
    return term.reduce((sum, value, at) => sum + value * (map[at]! - mean), 0) / variance;
  });
}

function batchOf({ data, dims }: Tensor): Tensor {
  return { data, dims: [1, ...dims] };
}

function assertNear(found: number, expected: number, most = 1e-5): void {
  assert(Math.abs(found - expected) <= most * Math.abs(expected), `${found}, not ${expected}`);
}
