import { findPlane } from "../../../src/analysis/spectrum/plane.ts";
import { measureRoundness } from "../../../src/analysis/kernel/roundness.ts";
import { measureSpread } from "../../../src/analysis/kernel/energy_spread.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertNear, drawGabor, kernelOf } from "../../support/analysis/kernels.ts";

function measure(kernel: Tensor): number {
  const plane = findPlane(kernel)!;
  return measureRoundness(kernel.data, plane, measureSpread(kernel.data, plane)!);
}

Deno.test("measureRoundness() is next to 1 for spots, wherever they lie, and next to 0 for edges", () => {
  assertNear(measure(drawGabor({ orientation: 0, frequency: 0 })), 1, 0.02);
  const corner = kernelOf([0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 1, 4, 1, 0], [0, 0, 1, 0, 0]);
  assertNear(measure(corner), 0.9); // 4² / 8 of the energy of the ring stay
  const edge = drawGabor({ orientation: 30, frequency: 0.15, phase: Math.PI / 2 });
  assertNear(measure(edge), 0, 0.02);
});

Deno.test("measureRoundness() takes a dark surround for as round as the spot in it", () => {
  const laplacian = kernelOf([-1, -1, -1], [-1, 8, -1], [-1, -1, -1]);
  assertNear(measure(laplacian), 1);
});

Deno.test("measureRoundness() averages every channel by itself", () => {
  const opponent = {
    data: Float32Array.of(0, 1, 0, 1, 4, 1, 0, 1, 0, 0, -1, 0, -1, -4, -1, 0, -1, 0),
    dims: [2, 3, 3],
  };

  assertNear(measure(opponent), (16 + 2) / (16 + 4));
});
