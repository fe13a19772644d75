import assert from "node:assert/strict";
import {
  type KernelMeasures,
  measureKernels,
} from "../../../src/analysis/kernel/kernel_measures.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { assertNear, turnQuarter } from "../../support/analysis/kernels.ts";

const image = { channels: "RGB", std: [0.229, 0.224, 0.225] } as const;

const COLOUR_MEASURES = ["lumaGain", "chroma", "hue"] as const;
const SPACE_MEASURES = [
  "centroid",
  "orientation",
  "coherence",
  "bandwidth",
  "separability",
  "ownSymmetry",
  "roundness",
  "waves",
] as const;
const UNTURNED = [
  "dcGain",
  "lumaGain",
  "chroma",
  "hue",
  "centroid",
  "coherence",
  "bandwidth",
] as const;
const SHAPE_MEASURES = [
  ...UNTURNED,
  ...["orientation", "separability", "symmetry", "sparsity"] as const,
  ...["ownSymmetry", "roundness", "waves"] as const,
];

function assertNulls(measures: KernelMeasures, names: readonly (keyof KernelMeasures)[]): void {
  for (const [name, column] of Object.entries(measures)) {
    const isNull = column.map((value: number | null) => value === null);
    const expected = (names as readonly string[]).includes(name);
    assert(isNull.every((each: boolean) => each === expected), name);
  }
}

// Makes sure that measures agree, hue and orientation as axes.
function assertAlike(
  one: KernelMeasures,
  other: KernelMeasures,
  names: readonly (keyof KernelMeasures)[],
): void {
  for (const name of names) {
    one[name].forEach((value, k) => assertNear(value, other[name][k]!, 1e-4));
  }
}

function change({ data, dims }: Tensor, factor: number): Tensor {
  return { data: data.map((weight) => factor * weight), dims };
}

Deno.test("measureKernels() gives one value a kernel in every column", () => {
  const kernels = randomTensor(createRandom(40), [7, 3, 5, 5], -1, 1);
  const measures = measureKernels(kernels, { image });
  for (const [name, column] of Object.entries(measures)) assert.equal(column.length, 7, name);
  assertNulls(measures, []);
});

Deno.test("measureKernels() measures kernels of known numbers", () => {
  const kernels = {
    data: Float32Array.of(
      ...[1, 1, 1, 1], // a box
      ...[3, -3, 4, -4], // edges
      ...[0, 0, 0, 0], // dead
      ...[2, NaN, -Infinity, 4], // damaged
      ...[NaN, NaN, NaN, NaN],
    ),
    dims: [5, 1, 2, 2],
  };
  const { min, max, mean, norm, nonFinite, dcGain, sparsity } = measureKernels(kernels);
  assert.deepEqual(min, [1, -4, 0, 2, null]);
  assert.deepEqual(max, [1, 4, 0, 4, null]);
  assert.deepEqual(mean, [1, 0, 0, 3, null]);
  assert.deepEqual(norm, [2, Math.sqrt(50), 0, Math.sqrt(20), 0]);
  assert.deepEqual(nonFinite, [0, 0, 0, 2, 4]);
  assert.deepEqual(dcGain, [1, 0, null, null, null]);
  assert.deepEqual(sparsity, [0, 0, 1, null, null]);
});

Deno.test("measureKernels() gives a kernel twice as strong twice the norm", () => {
  const kernels = randomTensor(createRandom(41), [6, 3, 3, 3], -1, 1);
  const twice = measureKernels(kernels).norm.map((norm) => 2 * norm!);
  assert.deepEqual(measureKernels(change(kernels, 2)).norm, twice);
});

Deno.test("measureKernels() finds the same shape in a kernel of another strength and sign", () => {
  const kernels = randomTensor(createRandom(43), [6, 3, 5, 5], -1, 1);
  const measures = measureKernels(kernels, { image });
  for (const factor of [-1, 8, -0.25]) {
    assertAlike(measures, measureKernels(change(kernels, factor), { image }), SHAPE_MEASURES);
  }
});

Deno.test("measureKernels() finds the same shape in a kernel that is turned", () => {
  const random = createRandom(44);
  for (let i = 0; i < 10; i++) {
    const kernel = randomTensor(random, [3, 5, 5], -1, 1);
    const [one, turned] = [kernel, turnQuarter(kernel)].map(({ data }) =>
      measureKernels({ data, dims: [1, 3, 5, 5] }, { image })
    );
    assertAlike(one!, turned!, [...UNTURNED, "separability", "symmetry", "sparsity"]);
  }
});

Deno.test("measureKernels() stays within the bounds of its measures", () => {
  const random = createRandom(45);
  const [cell, box] = [Float32Array.of(1, 0, 0, 0), new Float32Array(4).fill(1)];
  const drawn = random.floats(20 * 12, -1, 1);
  const data = Float32Array.of(...cell, ...cell, ...cell, ...box, ...box, ...box, ...drawn);
  const measures = measureKernels({ data, dims: [22, 3, 2, 2] }, { image });
  const within = (name: keyof KernelMeasures, low: number, high: number) =>
    measures[name].forEach((value) =>
      assert(value === null || value >= low && value <= high, name)
    );
  for (
    const name of ["dcGain", "lumaGain", "chroma", "coherence", "sparsity", "symmetry"] as const
  ) {
    within(name, 0, 1);
  }
  within("separability", 1 / 2, 1);
  within("centroid", 0, Math.SQRT1_2);
  within("bandwidth", 0, Math.SQRT1_2 / 2);
  within("hue", 0, 180);
  within("orientation", 0, 180);
  measures.lumaGain.forEach((gain, k) => assert(gain! <= measures.dcGain[k]! + 1e-9));
});

Deno.test("measureKernels() takes the shape of BGR and RGB kernels in one space", () => {
  const { data } = randomTensor(createRandom(46), [1, 3, 3, 3], -1, 1);
  const turned = Float32Array.of(...data.slice(18), ...data.slice(9, 18), ...data.slice(0, 9));
  const rgb = measureKernels({ data, dims: [1, 3, 3, 3] }, { image });
  const std = image.std.toReversed();
  const bgr = measureKernels({ data: turned, dims: [1, 3, 3, 3] }, {
    image: { channels: "BGR", std },
  });
  assertAlike(rgb, bgr, SHAPE_MEASURES);
});

Deno.test("measureKernels() leaves weights as they are stored where it tells their size", () => {
  const kernels = randomTensor(createRandom(47), [4, 3, 3, 3], -1, 1);
  const [plain, coloured] = [measureKernels(kernels), measureKernels(kernels, { image })];
  assertAlike(plain, coloured, ["min", "max", "mean", "norm", "sparsity", "nonFinite"]);
  assert.notDeepEqual(plain.dcGain, coloured.dcGain);
});

Deno.test("measureKernels() measures no colour where the kernels do not read the image", () => {
  const kernels = randomTensor(createRandom(48), [4, 3, 3, 3], -1, 1);
  assertNulls(measureKernels(kernels), COLOUR_MEASURES);
  assertNulls(measureKernels(kernels, { image: null }), COLOUR_MEASURES);
});

Deno.test("measureKernels() measures no frequencies without two axes of space", () => {
  const none = [...COLOUR_MEASURES, ...SPACE_MEASURES];
  for (const dims of [[4, 2, 5], [4, 2, 3, 3, 3], [4, 2, 1, 7], [4, 2, 7, 1]]) {
    assertNulls(measureKernels(randomTensor(createRandom(49), dims, -1, 1)), none);
  }
  const points = randomTensor(createRandom(49), [4, 3, 1, 1], -1, 1);
  assertNulls(measureKernels(points), [...none, "dcGain", "symmetry"]);
  const coloured = ["chroma", "hue"] as const;
  const rest = none.filter((name) => !(coloured as readonly string[]).includes(name));
  assertNulls(measureKernels(points, { image }), [...rest, "dcGain", "symmetry"]);
});

Deno.test("measureKernels() measures no pattern of many slices", () => {
  const none = [...COLOUR_MEASURES, "ownSymmetry", "roundness", "waves"] as const;
  assertNulls(measureKernels(randomTensor(createRandom(51), [4, 17, 3, 3], -1, 1)), none);
  assertNulls(
    measureKernels(randomTensor(createRandom(51), [4, 16, 3, 3], -1, 1)),
    COLOUR_MEASURES,
  );
});

Deno.test("measureKernels() measures kernels of a depthwise layer", () => {
  const kernels = randomTensor(createRandom(50), [6, 1, 3, 3], -1, 1);
  assertNulls(measureKernels(kernels), COLOUR_MEASURES);
});

Deno.test("measureKernels() refuses an image for kernels of other than three channels", () => {
  const kernels = randomTensor(createRandom(51), [2, 4, 3, 3]);
  assert.throws(() => measureKernels(kernels, { image }), TypeError);
});
