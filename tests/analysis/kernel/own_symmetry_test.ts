import { measureOwnSymmetry } from "../../../src/analysis/kernel/own_symmetry.ts";
import { findPlane } from "../../../src/analysis/spectrum/plane.ts";
import { measureSpread } from "../../../src/analysis/kernel/energy_spread.ts";
import { measureSymmetry } from "../../../src/analysis/kernel/symmetry.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertNear, drawGabor, kernelOf } from "../../support/analysis/kernels.ts";

function measure(kernel: Tensor): number {
  const plane = findPlane(kernel)!;
  return measureOwnSymmetry(kernel.data, plane, measureSpread(kernel.data, plane)!);
}

Deno.test("measureOwnSymmetry() is 1 for lines and 0 for edges", () => {
  assertNear(measure(drawGabor({ orientation: 20, frequency: 0.2 })), 1, 1e-3);
  assertNear(measure(drawGabor({ orientation: 20, frequency: 0.2, phase: Math.PI / 2 })), 0, 1e-3);
});

Deno.test("measureOwnSymmetry() is that of the pattern, wherever in the kernel it lies", () => {
  const line = kernelOf([-1, 2, -1, 0, 0], [-1, 2, -1, 0, 0], [-1, 2, -1, 0, 0]);
  assertNear(measure(line), 1);
  assertNear(measureSymmetry(line), 0.5 + 1 / 12); // about the centre of the kernel
  const edge = kernelOf([0, 0, 0, -1, 1], [0, 0, 0, -1, 1]);
  assertNear(measure(edge), 0);
});

Deno.test("measureOwnSymmetry() takes what lies beyond the kernel for zeros", () => {
  const kernel = kernelOf([3, 0, 0], [0, 0, 0], [0, 0, 1]);
  // The middle is the first cell but one tenth of the way, nearest half 0.
  assertNear(measure(kernel), (1 + 0.9) / 2);
});
