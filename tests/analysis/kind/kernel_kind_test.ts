import assert from "node:assert/strict";
import { findDuplicates } from "../../../src/analysis/likeness/duplicates.ts";
import { classifyKernels, type KernelKinds } from "../../../src/analysis/kind/kernel_kind.ts";
import { measureKernels } from "../../../src/analysis/kernel/kernel_measures.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { drawGabor, type KernelColour, paintKernel } from "../../support/analysis/kernels.ts";

function classify(kernels: Tensor, { readsImage = false } = {}): KernelKinds {
  const image = { channels: "RGB", std: [1, 1, 1] } as const;
  const measures = measureKernels(kernels, { image: readsImage ? image : null });
  const duplicates = findDuplicates(kernels);
  return classifyKernels(measures, { dims: kernels.dims, readsImage, duplicates });
}

const wave = drawGabor({ size: 11, orientation: 30, frequency: 0.12, phase: Math.PI / 2 });
const fine = drawGabor({ size: 11, orientation: 30, frequency: 0.4, phase: Math.PI / 2 });
const blob = drawGabor({ size: 11, orientation: 0, frequency: 0 });

function paint(kernel: Tensor, colour: KernelColour): number[] {
  return [...paintKernel(kernel, colour).data];
}

Deno.test("classifyKernels() tells what kernels that read the image look like", () => {
  const kernels = [
    paint(wave, [1, 1, 1]),
    paint(wave, [1, -1, 0]),
    paint(blob, [-1, -1, -1]),
    paint(blob, [0, 1, -1]),
    paint(fine, [1, 1, 1]),
    paint(wave, [1e-5, 0, 0]),
    [NaN, ...paint(wave, [1, 1, 1]).slice(1)],
  ];
  const tensor = { data: Float32Array.from(kernels.flat()), dims: [7, 3, 11, 11] };
  const { kind, confidence } = classify(tensor, { readsImage: true });
  assert.deepEqual(kind, [
    "grey edge",
    "colour edge",
    "grey blob",
    "colour blob",
    "high frequency",
    "dead",
    "other",
  ]);
  assert.equal(confidence.at(-1), null);
  for (const each of confidence.slice(0, -1)) assert(each! > 0.5 && each! <= 1);
});

Deno.test("classifyKernels() tells what kernels of deeper layers do", () => {
  const { data } = randomTensor(createRandom(90), [3, 2, 3, 3], -1, 1);
  const [one, two] = [data.slice(0, 18), data.slice(18, 36)];
  const even = [...new Float32Array(9).fill(1), ...new Float32Array(9).fill(-2)];
  const kernels = [one, two, one, even, new Float32Array(18)];
  const tensor = {
    data: Float32Array.from(kernels.flatMap((kernel) => [...kernel])),
    dims: [5, 2, 3, 3],
  };
  const { kind } = classify(tensor);
  assert.deepEqual(kind, ["duplicate", "other", "duplicate", "near-constant", "dead"]);
});

Deno.test("classifyKernels() takes depthwise kernels for filters", () => {
  const data = Float32Array.of(
    ...[1, 1, 1, 1, 1, 1, 1, 1, 1], // a box
    ...[1, 2, 1, 2, 4, 2, 1, 2, 1], // a binomial
    ...[1, 0, -1, 2, 0, -2, 1, 0, -1], // Sobel
    ...[0, 0, 0, 0, 1, 0, 0, 0, 0], // nothing changes
  );
  const { kind } = classify({ data, dims: [4, 1, 3, 3] });
  assert.deepEqual(kind, ["near-constant", "low-pass", "band-pass", "other"]);
});

Deno.test("classifyKernels() finds a layer of zeros dead, and one without kernels empty", () => {
  const zeros = classify({ data: new Float32Array(18), dims: [2, 1, 3, 3] });
  assert.deepEqual(zeros, { kind: ["dead", "dead"], confidence: [1, 1] });
  const none = classify({ data: new Float32Array(0), dims: [0, 1, 3, 3] });
  assert.deepEqual(none, { kind: [], confidence: [] });
});

Deno.test("classifyKernels() has no class for points that read the image", () => {
  const points = randomTensor(createRandom(91), [3, 3, 1, 1], -1, 1);
  const { kind, confidence } = classify(points, { readsImage: true });
  assert.deepEqual(kind, ["other", "other", "other"]);
  assert.deepEqual(confidence, [null, null, null]);
});

Deno.test("classifyKernels() classifies kernels alike in another strength and sign", () => {
  const { data, dims } = randomTensor(createRandom(92), [12, 3, 5, 5], -1, 1);
  const negative = { data: data.map((weight) => -4 * weight), dims };
  for (const readsImage of [false, true]) {
    const kinds = classify({ data, dims }, { readsImage }).kind;
    assert.deepEqual(classify(negative, { readsImage }).kind, kinds);
  }
});
