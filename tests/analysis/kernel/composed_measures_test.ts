import assert from "node:assert/strict";
import { measureComposed } from "../../../src/analysis/kernel/composed_measures.ts";
import { measureKernels } from "../../../src/analysis/kernel/kernel_measures.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertNear, drawGabor } from "../../support/analysis/kernels.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

const image = { channels: "RGB", std: [0.2, 0.3, 0.4] } as const;

Deno.test("measureComposed() measures as measureKernels() does kernels that read the photo", () => {
  const kernels = randomTensor(createRandom(5), [4, 3, 7, 7], -1, 1);
  const { min: _, max: _1, mean: _2, norm: _3, sparsity: _4, nonFinite: _5, ...shape } =
    measureKernels(kernels, { image });
  const { separability: _6, ...expected } = shape;
  assert.deepEqual(measureComposed(kernels, { image, step: 1 }), expected);
});

Deno.test("measureComposed() gives frequencies of the photo where kernels are averaged", () => {
  const gabor = stack(drawGabor({ size: 24, orientation: 30, frequency: 0.2, sigma: 5 }));
  const { centroid, bandwidth, orientation } = measureComposed(gabor, { image: null, step: 2 });
  assertNear(centroid[0]!, 0.1, 0.003);
  assertNear(orientation[0]!, 30, 1);
  const own = measureComposed(gabor, { image: null, step: 1 });
  assertNear(bandwidth[0]! * 2, own.bandwidth[0]!);
});

Deno.test("measureComposed() knows no colour of a grey photo", () => {
  const { chroma, hue, lumaGain, dcGain } = measureComposed(
    { data: new Float32Array(9).fill(1), dims: [1, 1, 3, 3] },
    { image: null, step: 1 },
  );
  assert.deepEqual([chroma, hue, lumaGain, dcGain], [[null], [null], [null], [1]]);
});

Deno.test("measureComposed() gives null for kernels of zeros and of what is not finite", () => {
  const kernels = { data: new Float32Array(36), dims: [3, 3, 2, 2] };
  kernels.data[13] = NaN;
  kernels.data.fill(1, 24);
  const measures = measureComposed(kernels, { image, step: 1 });
  for (const [name, values] of Object.entries(measures)) {
    assert.deepEqual(values.slice(0, 2), [null, null], name);
  }
  assert.equal(measures.dcGain[2], 1);
});

function stack({ data, dims }: Tensor): Tensor {
  return { data, dims: [1, ...dims] };
}
