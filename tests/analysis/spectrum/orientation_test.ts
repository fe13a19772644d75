import assert from "node:assert/strict";
import {
  measureOrientation,
  type Orientation,
} from "../../../src/analysis/spectrum/orientation.ts";
import { prepareMoments } from "../../../src/analysis/spectrum/prepared_moments.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import {
  assertNear,
  drawGabor,
  kernelOf,
  transposeKernel,
  turnQuarter,
} from "../../support/analysis/kernels.ts";

function measure(kernel: Tensor): Orientation {
  return measureOrientation(prepareMoments([1, ...kernel.dims])!(kernel.data));
}

// The difference of two axes, −90 up to 90.
function subtract(one: number | null, other: number): number {
  return ((one! - other) % 180 + 270) % 180 - 90;
}

for (const phase of [0, Math.PI / 2]) {
  Deno.test(`measureOrientation() finds along which way waves of phase ${phase} run`, () => {
    for (let angle = 0; angle < 180; angle += 7) {
      const gabor = drawGabor({ orientation: angle, frequency: 0.2, phase });
      const { orientation, coherence } = measure(gabor);
      assertNear(subtract(orientation, angle), 0, 1);
      assert(orientation! >= 0 && orientation! < 180);
      assert(coherence! > 0.7);
    }
  });
}

Deno.test("measureOrientation() counts counter-clockwise as seen: – is 0°, / 45°, | 90°", () => {
  assertNear(measure(kernelOf([1, 1, 1], [0, 0, 0], [-1, -1, -1])).orientation, 0);
  assertNear(measure(kernelOf([1, 1, 0], [1, 0, -1], [0, -1, -1])).orientation, 45);
  assertNear(measure(kernelOf([1, 0, -1], [1, 0, -1], [1, 0, -1])).orientation, 90);
  assertNear(measure(kernelOf([0, 1, 1], [-1, 0, 1], [-1, -1, 0])).orientation, 135);
});

Deno.test("measureOrientation() turns with the kernel, and mirrors with it", () => {
  const random = createRandom(66);
  for (let i = 0; i < 20; i++) {
    const kernel = randomTensor(random, [3, 5, 5], -1, 1);
    const { orientation, coherence } = measure(kernel);
    const turned = measure(turnQuarter(kernel));
    const mirrored = measure(transposeKernel(kernel));
    assertNear(subtract(turned.orientation, orientation! + 90), 0);
    assertNear(subtract(mirrored.orientation, 90 - orientation!), 0);
    assertNear(turned.coherence, coherence!);
    assertNear(mirrored.coherence, coherence!);
  }
});

Deno.test("measureOrientation() is sure of one modulation, and finds none in what is round", () => {
  const [x, y] = [1 / 8, 2 / 8];
  assertNear(measureOrientation({ xx: x * x, xy: x * y, yy: y * y }).coherence, 1);
  const spot = measure(kernelOf([0, 1, 0], [1, -4, 1], [0, 1, 0]));
  assert.equal(spot.orientation, null);
  assertNear(spot.coherence, 0);
});

Deno.test("measureOrientation() has no meaning where nothing is modulated", () => {
  const none = { orientation: null, coherence: null };
  assert.deepEqual(measure(kernelOf([0, 0], [0, 0])), none);
});

Deno.test("measureOrientation() gives 0 where only the last bits of the moments lead", () => {
  const one = { xx: 2, xy: 0, yy: 2 * (1 + 2 * Number.EPSILON) };
  assert.deepEqual(measureOrientation(one), { orientation: null, coherence: 0 });
});
