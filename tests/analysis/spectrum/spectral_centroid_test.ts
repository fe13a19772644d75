import assert from "node:assert/strict";
import { measureSpectralCentroid } from "../../../src/analysis/spectrum/spectral_centroid.ts";
import { prepareMoments } from "../../../src/analysis/spectrum/prepared_moments.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertNear, drawGabor, kernelOf } from "../../support/analysis/kernels.ts";

function measure(kernel: Tensor): number | null {
  return measureSpectralCentroid(prepareMoments([1, ...kernel.dims])!(kernel.data));
}

Deno.test("measureSpectralCentroid() of a cell is the mean of all frequencies", () => {
  assertNear(measure(kernelOf([0, 0], [0, 3])), 0.383, 5e-4);
});

Deno.test("measureSpectralCentroid() of all power at one frequency is that frequency", () => {
  assert.equal(measureSpectralCentroid({ total: 5, radial: 0 }), 0);
  const radial = 5 * Math.hypot(-1 / 2, 3 / 8);
  assertNear(measureSpectralCentroid({ total: 5, radial }), 5 / 8);
});

Deno.test("measureSpectralCentroid() of an even kernel falls as it grows", () => {
  const centroids = [2, 3, 5, 9, 15, 31].map((size) =>
    measure({ data: new Float32Array(size * size).fill(1), dims: [1, size, size] })!
  );
  assert.deepEqual(centroids.toSorted((a, b) => b - a), centroids);
  assert(centroids.at(-1)! < 0.05);
});

Deno.test("measureSpectralCentroid() of a wave in a wide window is its frequency", () => {
  for (const frequency of [0.15, 0.2, 0.25, 0.3]) {
    const gabor = drawGabor({ size: 31, orientation: 30, frequency, sigma: 5 });
    assertNear(measure(gabor), frequency, 0.005);
  }
});

Deno.test("measureSpectralCentroid() of a chequerboard is near the corner, √½", () => {
  const data = Float32Array.from({ length: 225 }, (_, i) => i % 2 === 0 ? 1 : -1);
  assertNear(measure({ data, dims: [1, 15, 15] }), Math.SQRT1_2, 0.06);
});

Deno.test("measureSpectralCentroid() has no meaning without power", () => {
  assert.equal(measure(kernelOf([0, 0], [0, 0])), null);
});
