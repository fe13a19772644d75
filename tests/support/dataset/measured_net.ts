import { parseConfig } from "../../../src/config/parse.ts";
import { presets } from "../../../src/config/preprocess/presets.ts";
import type { Effects } from "../../../src/effects.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { measure } from "../../../src/measure.ts";
import { toInput } from "../../../src/raster/input.ts";
import type { Raster } from "../../../src/raster/raster.ts";
import type { LayerTally } from "../../../src/tally/layer_tally.ts";
import type { Tally } from "../../../src/tally/tally.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { encodeModel } from "../model/onnx_model.ts";
import { runWhole } from "../model/run_model.ts";
import { createRandom } from "../random.ts";
import { changeTools, createMemoryWorld, encodePhoto } from "../report/memory_effects.ts";
import { randomTensor } from "../tensors.ts";

const PHOTOS = 200;

/** The labels of the photos. */
export const LABELS = ["ash", "birch", "cedar"];

const random = createRandom(16);

const bytes = encodeModel({
  inputs: { photo: ["N", 3, 24, 24] },
  initializers: {
    w1: randomTensor(random, [6, 3, 5, 5], -1, 1),
    w2: randomTensor(random, [4, 6, 3, 3], -1, 1),
    w3: randomTensor(random, [5, 4], -1, 1),
  },
  nodes: [
    { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["a"] },
    { op: "Relu", inputs: ["a"], outputs: ["b"] },
    { op: "Conv", name: "second", inputs: ["b", "w2"], outputs: ["c"] },
    { op: "GlobalAveragePool", inputs: ["c"], outputs: ["d"] },
    { op: "Flatten", inputs: ["d"], outputs: ["e"] },
    { op: "Gemm", name: "last", inputs: ["e", "w3"], outputs: ["f"], int: { transB: 1 } },
  ],
});

/** The photos, in the order of the list. */
export const photos = Array.from({ length: PHOTOS }, (_, i) => ({
  path: `set/${LABELS[i % 3]}/${String(i).padStart(3, "0")}.jpg`,
  bytes: encodePhoto({ width: 24, height: 24 }, i),
})).sort((a, b) => a.path < b.path ? -1 : 1);

const files = Object.fromEntries([
  ["net.onnx", bytes],
  ...photos.map(({ path, bytes }) => [path, bytes] as const),
]);

/** Opens a world with the network and the photos. */
export function openWorld(): Effects {
  return changeTools(createMemoryWorld({ files }).effects, { runtime: onnxRuntime });
}

/** Measures them. */
export const config = parseConfig({
  models: [{ path: "net.onnx", preprocess: "unit", layers: ["*"] }],
  images: ["set/ash/*.jpg"],
  dataset: { images: ["set/*/*.jpg"], labels: "folder" },
});

/** Measures a part of them. */
export const measureShard = (part: number, of: number): Promise<Tally> =>
  measure(config, openWorld(), { shard: { part, of } });

/** Finds the tally of a layer. */
export const layerOf = (tally: Tally, id: string): LayerTally =>
  tally.models[0]!.layers.find((layer) => layer.id === id)!.tally;

/** The layers. */
export const LAYERS = ["first", "second", "last"] as const;

/** The maps of each layer on each photo, [kernels, cells]. */
export type PlainMaps = readonly (readonly Tensor[])[];

/**
 * Runs the network by another way: each photo alone, all tensors of the whole model as outputs.
 *
 * @param prepare What is done to each photo first.
 */
export async function runPlainly(
  prepare: (photo: Raster) => Raster = (photo) => photo,
): Promise<PlainMaps> {
  const { images } = openWorld();
  return await Promise.all(photos.map(async ({ bytes: photo }) => {
    const { data, dims } = toInput(
      prepare(await images.readPixels(photo, "ignore")),
      presets.unit,
    );
    const inputs = { photo: { data, dims: [1, ...dims] } };
    const maps = await runWhole(bytes, { inputs, tensors: ["b", "c", "f"], alone: true });
    return maps.map((map) => ({ data: map.data, dims: [map.dims[1]!, countCells(map)] }));
  }));
}

function countCells({ dims: [, , ...space] }: Tensor): number {
  return space.reduce((product, extent) => product * extent, 1);
}
