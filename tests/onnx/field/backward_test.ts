import assert from "node:assert/strict";
import { onnxRuntime } from "../../../src/host/session.ts";
import { type Backward, planBackward, PROJECTION, SEED } from "../../../src/onnx/field/backward.ts";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { encodeGraph } from "../../../src/onnx/write/encode.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { type PhotoTrace, tracePhoto } from "../../../src/onnx/field/photo_trace.ts";
import { findMapField, type ReceptiveField } from "../../../src/onnx/field/receptive_field.ts";
import { sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { preprocess } from "../../../src/api/preprocess.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { captureTaps } from "../../support/model/run_model.ts";
import { sharedPath, testShared } from "../../support/shared.ts";
import { randomTensor } from "../../support/tensors.ts";

const PLAIN = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

/** An activation, and what the deconvolutional network makes of it. */
interface Projection {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** [channels, height, width] of the photo. */
  readonly pixels: Tensor;
}

// The strongest cell of one kernel.
async function project(
  model: Model,
  layer: ConvLayer,
  photo: Tensor,
  kernel: number,
): Promise<Projection> {
  const image = layer.readsInput ?? findConvLayers(model)[0]!.readsInput!;
  const trace = traceFirst(model, image, photo.dims);
  const path = { start: layer.output, batch: 1, trace };
  const backward = planBackward(model, path);
  assert(backward.kind === "graph");
  const tensors = [layer.output, ...backward.fed.values()];
  const taps = tensors.map((tensor) => ({ tensor, quantization: null }));
  const [maps, ...pooled] = await captureTaps(model, taps, photo);
  const map = sliceAt(sliceAt(maps!, 0), kernel);
  const value = map.data.reduce((a, b) => Math.max(a, b));
  const place = map.data.indexOf(value);
  const seed = { data: new Float32Array(maps!.data.length), dims: maps!.dims };
  sliceAt(sliceAt(seed, 0), kernel).data[place] = value;
  const width = map.dims[1]!;
  const pixels = await runBackward(backward, seed, pooled);
  return { x: place % width, y: Math.floor(place / width), value, pixels };
}

function traceFirst(model: Model, name: string, dims: readonly number[]): PhotoTrace {
  return tracePhoto(model, { name, dims: [1, ...dims], axes: [2, 3] });
}

function findLine(trace: PhotoTrace, tensor: string): ReceptiveField {
  const field = findMapField(trace, tensor);
  assert("line" in field && field.line !== null);
  return field.line;
}

async function runBackward(
  { graph, fed }: Extract<Backward, { kind: "graph" }>,
  seed: Tensor,
  pooled: readonly Tensor[],
): Promise<Tensor> {
  const bytes = encodeGraph(graph);
  const outputs = [PROJECTION];
  const session = await onnxRuntime.open({ bytes, externalData: [], inputs: [], outputs });
  const feeds = new Map([
    [SEED, seed],
    ...[...fed.keys()].map((name, i) => [name, pooled[i]!] as const),
  ]);
  const back = (await session.run(feeds)).get(PROJECTION)!;
  await session.close();
  return sliceAt(back, 0);
}

for (const name of ["astronaut", "chelsea"]) {
  testShared(`planBackward() keeps the energy within the receptive field on ${name}`, async (t) => {
    const model = await readAlexNet();
    const photo = await readPhoto(name);
    const [first, ...others] = findConvLayers(model);
    const trace = traceFirst(model, first!.readsInput!, photo.dims);
    for (const layer of [first!, ...others]) {
      await t.step(layer.name, async () => {
        for (const kernel of [0, 17, 40]) {
          const projection = await project(model, layer, photo, kernel);
          const { inside, total } = measureEnergy(projection, findLine(trace, layer.output));
          assert(total > 0);
          assert.equal(inside, total);
        }
      });
    }
  });
}

testShared("planBackward() gives the first layer's kernel times the activation", async () => {
  const model = await readAlexNet();
  const photo = await readPhoto("astronaut");
  const [layer] = findConvLayers(model);
  const kernels = layer!.kernels!.evaluate();
  for (const kernel of [1, 21, 63]) {
    const { x, y, value, pixels } = await project(model, layer!, photo, kernel);
    const [height = 0, width = 0] = photo.dims.slice(1);
    sliceAt(kernels, kernel).data.forEach((weight, i) => {
      const row = 4 * y - 2 + Math.floor(i / 11) % 11;
      const column = 4 * x - 2 + i % 11;
      if (row < 0 || column < 0 || row >= height || column >= width) return;
      const found = pixels.data[(Math.floor(i / 121) * height + row) * width + column]!;
      assert(Math.abs(found - weight * value) <= 1e-5 * Math.abs(value));
    });
  }
});

// Two convolutions in a row are one: a signal goes back through both transposed.
Deno.test("planBackward() takes a signal back by the adjoint of convolutions", async () => {
  const random = createRandom(3);
  const model = readModel(encodeModel({
    nodes: [
      convNode("conv1", "image", "a", { strides: [2, 2], pads: [1, 1, 1, 1] }),
      convNode("conv2", "a", "c", { pads: [1, 1, 1, 1] }),
    ],
    initializers: {
      "conv1.weight": randomTensor(random, [4, 3, 3, 3], -1, 1),
      "conv2.weight": randomTensor(random, [5, 4, 3, 3], -1, 1),
    },
    inputs: { image: [1, 3, 11, 9] },
  }));
  const photo = randomTensor(random, [3, 11, 9], -1, 1);
  const [maps] = await captureTaps(model, [{ tensor: "c", quantization: null }], photo);
  const seed = randomTensor(random, maps!.dims, -1, 1);
  const trace = traceFirst(model, "image", [3, 11, 9]);
  const backward = planBackward(model, { start: "c", batch: 1, trace });
  assert(backward.kind === "graph");
  const back = await runBackward(backward, seed, []);
  // <A x, y> = <x, Aᵀ y>
  assert(Math.abs(dot(maps!, seed) - dot(photo, back)) < 1e-3);
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
  const path = { start: "c", batch: 1, trace };
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

async function readAlexNet(): Promise<Model> {
  return readModel(await Deno.readFile(sharedPath("corpus/models/alexnet-features-fp32.onnx")));
}

async function readPhoto(name: string): Promise<Tensor> {
  return await preprocess(await Deno.readFile(sharedPath(`corpus/images/224/${name}.png`)), PLAIN);
}

function measureEnergy(
  { x, y, pixels }: Projection,
  field: ReceptiveField,
): { inside: number; total: number } {
  const [, height = 0, width = 0] = pixels.dims;
  const top = y * field.stride[0]! + field.offset[0]!;
  const left = x * field.stride[1]! + field.offset[1]!;
  let inside = 0;
  let total = 0;
  pixels.data.forEach((value, i) => {
    const row = Math.floor(i / width) % height;
    const column = i % width;
    const within = row >= top && row < top + field.size[0]! && column >= left &&
      column < left + field.size[1]!;
    if (within) inside += value ** 2;
    total += value ** 2;
  });
  return { inside, total };
}

function dot(a: Tensor, b: Tensor): number {
  return a.data.reduce((sum, value, i) => sum + value * b.data[i]!, 0);
}
