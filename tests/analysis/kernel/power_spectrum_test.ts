import assert from "node:assert/strict";
import { frequencyAt, measurePowerSpectrum } from "../../../src/analysis/kernel/power_spectrum.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { assertNear, kernelOf } from "../../support/analysis/kernels.ts";

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

for (const dims of [[1, 3, 3], [3, 5, 5], [4, 2, 7], [2, 11, 4], [1, 17, 17]]) {
  Deno.test(`measurePowerSpectrum() of [${dims}] is that of its definition`, () => {
    const kernel = randomTensor(createRandom(63), dims, -1, 1);
    const { size, power } = measurePowerSpectrum(kernel)!;
    assert.equal(size, Math.max(...dims) > 16 ? 64 : 32);
    const expected = transformPlainly(kernel, size);
    power.forEach((value, i) => assertNear(value, expected[i]!, 1e-9));
  });
}

Deno.test("measurePowerSpectrum() of a cell is flat", () => {
  const { power } = measurePowerSpectrum(kernelOf([0, 0, 0], [0, 2, 0], [0, 0, 0]))!;
  power.forEach((value) => assertNear(value, 4));
});

Deno.test("measurePowerSpectrum() keeps the energy, as Parseval says", () => {
  const kernel = randomTensor(createRandom(64), [3, 7, 7], -1, 1);
  const { size, power } = measurePowerSpectrum(kernel)!;
  const energy = kernel.data.reduce((sum, weight) => sum + weight ** 2, 0);
  assertNear(power.reduce((sum, value) => sum + value, 0) / size ** 2, energy);
});

Deno.test("measurePowerSpectrum() needs two axes", () => {
  for (const dims of [[4, 1, 1], [4, 1, 3], [4, 3, 1], [4, 3], [4, 3, 3, 3]]) {
    assert.equal(measurePowerSpectrum(randomTensor(createRandom(65), dims)), null);
  }
});

Deno.test("frequencyAt() goes from 0 up, and on from −½", () => {
  const frequencies = Array.from({ length: 4 }, (_, i) => frequencyAt(i, 4));
  assert.deepEqual(frequencies, [0, 0.25, -0.5, -0.25]);
});
