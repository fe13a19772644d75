import assert from "node:assert/strict";
import { prepareMoments } from "../../../src/analysis/spectrum/prepared_moments.ts";
import {
  frequencyAt,
  type SpectralMoments,
} from "../../../src/analysis/spectrum/spectral_moments.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

// Σ_c |Σ_yx W_c(y, x) e^(−2πi (v y + u x) / size)|², by its definition
function transformPlainly({ data, dims }: Tensor, size: number): number[] {
  const [channels = 0, height = 0, width = 0] = dims;
  return Array.from({ length: size * size }, (_, cell) => {
    const [v, u] = [Math.floor(cell / size), cell % size];
    let power = 0;
    for (let c = 0; c < channels; c++) {
      let [real, imaginary] = [0, 0];
      for (let i = 0; i < height * width; i++) {
        const angle = 2 * Math.PI * (v * Math.floor(i / width) + u * (i % width)) / size;
        real += data[c * height * width + i]! * Math.cos(angle);
        imaginary += data[c * height * width + i]! * Math.sin(angle);
      }
      power += real ** 2 + imaginary ** 2;
    }
    return power;
  });
}

function measure(kernel: Tensor): SpectralMoments {
  return prepareMoments([1, ...kernel.dims])!(kernel.data);
}

for (const dims of [[1, 3, 3], [3, 5, 5], [4, 2, 7], [2, 11, 4], [1, 17, 17], [3, 20, 12]]) {
  Deno.test(`prepareMoments() measures a kernel [${dims}] as its spectrum has it`, () => {
    const kernel = randomTensor(createRandom(63), dims, -1, 1);
    const moments = measure(kernel);
    const size = Math.max(32, 2 * Math.max(...dims));
    const power = transformPlainly(kernel, size);
    const sum = (weigh: (x: number, y: number) => number): number =>
      power.reduce((total, value, i) => {
        const [x, y] = [frequencyAt(i % size, size), frequencyAt(Math.floor(i / size), size)];
        return total + value * weigh(x, y);
      }, 0);
    const expected = {
      total: sum(() => 1),
      radial: sum((x, y) => Math.hypot(x, y)),
      xx: sum((x) => x * x),
      yy: sum((_, y) => y * y),
      xy: sum((x, y) => x === -0.5 || y === -0.5 ? 0 : x * y),
    };
    for (const name of ["total", "radial", "xx", "yy", "xy"] as const) {
      assertNear(moments[name] / moments.total, expected[name] / expected.total, 1e-12);
    }
    assertNear(moments.total / expected.total, 1, 1e-12);
  });
}

Deno.test("prepareMoments() keeps the energy, as Parseval says", () => {
  const kernel = randomTensor(createRandom(64), [3, 7, 7], -1, 1);
  const energy = kernel.data.reduce((sum, weight) => sum + weight ** 2, 0);
  assertNear(measure(kernel).total / 32 ** 2, energy);
});

Deno.test("prepareMoments() needs two axes", () => {
  for (const dims of [[4, 1, 1], [4, 1, 3], [4, 3, 1], [4, 3], [4, 3, 3, 3]]) {
    assert.equal(prepareMoments([2, ...dims]), null);
  }
});
