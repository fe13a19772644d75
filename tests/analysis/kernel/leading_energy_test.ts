import assert from "node:assert/strict";
import { Matrix, SVD } from "ml-matrix";
import { findLeadingEnergy } from "../../../src/analysis/kernel/leading_energy.ts";
import { createRandom } from "../../support/random.ts";

Deno.test("findLeadingEnergy() is the square of the largest singular value", () => {
  const random = createRandom(4);
  for (let n = 0; n < 200; n++) {
    const [height, width] = [random.whole(1, 7), random.whole(1, 7)];
    const matrix = random.floats(height * width, -1, 1);
    const { diagonal } = new SVD(Matrix.from1DArray(height, width, Array.from(matrix)), {
      autoTranspose: true,
    });
    const found = findLeadingEnergy(matrix, { height, width });
    assert(Math.abs(found - diagonal[0]! ** 2) <= 1e-6 * diagonal[0]! ** 2);
  }
});

Deno.test("findLeadingEnergy() takes equal singular values for one, and zeros for none", () => {
  const plane = { height: 3, width: 3 };
  const identity = Float32Array.of(2, 0, 0, 0, 2, 0, 0, 0, 2);
  assert(Math.abs(findLeadingEnergy(identity, plane) - 4) < 1e-12);
  assert.equal(findLeadingEnergy(new Float32Array(9), plane), 0);
});
