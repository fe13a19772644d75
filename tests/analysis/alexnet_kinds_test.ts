import assert from "node:assert/strict";
import { findDuplicates } from "../../src/analysis/likeness/duplicates.ts";
import { classifyKernels } from "../../src/analysis/kind/kernel_kind.ts";
import { measureKernels } from "../../src/analysis/kernel/kernel_measures.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { sharedPath, testShared } from "../support/shared.ts";

const image = { channels: "RGB", std: [0.229, 0.224, 0.225] } as const;

// As they look in the picture of torchvision's AlexNet, eight in a row, enlarged.
const KINDS = {
  "grey edge": [
    ...[3, 5, 6, 10, 11, 12, 13, 14, 16, 17, 18, 22, 23, 24, 26, 28, 30, 32, 34, 41, 43, 47, 48],
    ...[50, 55, 57, 61, 62],
  ],
  "colour edge": [2, 4, 20, 29, 38, 42, 44, 49, 56, 59],
  "grey blob": [1, 7, 36, 46],
  "colour blob": [15, 19, 21, 35, 37, 40, 51, 52, 53, 58],
  "high frequency": [8, 9, 25, 27, 33, 54, 60, 63], // chequers 8 and 60, else waves of 3 pixels
  "other": [0, 31, 39, 45], // spots in a ring: a green one, two bright ones, a dark one
};

async function readKernels(layer: number): Promise<Tensor> {
  const path = sharedPath("corpus/models/alexnet-features-fp32.onnx");
  return findConvLayers(readModel(await Deno.readFile(path)))[layer]!.kernels!.evaluate();
}

testShared("classifyKernels() sees AlexNet's first layer as the eye does", async () => {
  const kernels = await readKernels(0);
  const { kind } = classifyKernels(measureKernels(kernels, { image }), {
    dims: kernels.dims,
    readsImage: true,
    duplicates: findDuplicates(kernels),
  });
  const found = Map.groupBy(kind.keys(), (k) => kind[k]!);
  assert.deepEqual(Object.fromEntries(found), KINDS);
});

testShared("measureKernels() parts AlexNet's first layer in 39, 11, 4 and 10", async () => {
  const { dcGain, chroma } = measureKernels(await readKernels(0), { image });
  const count = (blob: boolean, coloured: boolean) =>
    dcGain.filter((gain, k) => gain! >= 0.05 === blob && chroma[k]! > 0.5 === coloured).length;
  assert.deepEqual([count(false, false), count(false, true)], [39, 11]);
  assert.deepEqual([count(true, false), count(true, true)], [4, 10]);
  assert(dcGain.every((gain) => gain! < 0.025 || gain! > 0.07)); // a clean gap
});

testShared("measureKernels() finds along which way the edges of AlexNet run", async () => {
  const { orientation, hue } = measureKernels(await readKernels(0), { image });
  const seen = { 9: 90, 27: 90, 54: 0, 22: 0, 33: 68, 63: 33, 18: 117, 16: 142 };
  for (const [k, angle] of Object.entries(seen)) {
    const difference = (orientation[Number(k)]! - angle + 270) % 180 - 90;
    assert(Math.abs(difference) < 4, `kernel ${k}: ${orientation[Number(k)]}`);
  }
  const colours = { 2: 0, 49: 30, 21: 120, 37: 120 }; // red–cyan, orange–azure, green–magenta
  for (const [k, angle] of Object.entries(colours)) {
    assert(Math.abs(hue[Number(k)]! - angle) < 10, `kernel ${k}: ${hue[Number(k)]}`);
  }
});

testShared("findDuplicates() finds none in AlexNet's first layers", async () => {
  for (const layer of [0, 1]) {
    const { duplicateOf, antiPairOf } = findDuplicates(await readKernels(layer));
    assert([...duplicateOf, ...antiPairOf].every((other) => other === null));
  }
});
