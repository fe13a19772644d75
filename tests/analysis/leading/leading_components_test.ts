import assert from "node:assert/strict";
import { Matrix, SVD } from "ml-matrix";
import { findLeadingComponents } from "../../../src/analysis/leading/leading_components.ts";
import { sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";

const isNear = (one: number, other: number, tolerance = 1e-4) => Math.abs(one - other) <= tolerance;

/** Makes kernels σ u vᵀ, each of one pattern. */
function makeOuter(
  reads: readonly (readonly number[])[],
  patterns: readonly (readonly number[])[],
  space: readonly number[],
): Tensor {
  const data = reads.flatMap((read, k) => read.flatMap((u) => patterns[k]!.map((v) => u * v)));
  return { data: Float32Array.from(data), dims: [reads.length, reads[0]!.length, ...space] };
}

Deno.test("findLeadingComponents() is the first term of the singular value decomposition", () => {
  const random = createRandom(11);
  for (
    const [inputs, ...space] of [[2, 3, 3], [40, 3, 3], [9, 3, 3], [64, 5, 5], [7, 1, 6], [5, 9]]
  ) {
    const size = space.reduce((product, side) => product * side, 1);
    const data = random.floats(3 * inputs! * size, -1, 1);
    const { patterns, reads, share } = findLeadingComponents({
      data,
      dims: [3, inputs!, ...space],
    })!;
    assert.deepEqual([patterns.dims, reads.dims], [[3, ...space], [3, inputs]]);
    for (let k = 0; k < 3; k++) {
      const kernel = Array.from(data.subarray(k * inputs! * size, (k + 1) * inputs! * size));
      const { diagonal, leftSingularVectors: u, rightSingularVectors: v } = new SVD(
        Matrix.from1DArray(inputs!, size, kernel),
        { autoTranspose: true },
      );
      const energy = diagonal.reduce((sum, value) => sum + value * value, 0);
      assert(isNear(share[k]!, diagonal[0]! ** 2 / energy));
      const turned = dot(sliceAt(reads, k).data, u.getColumn(0));
      assert(isNear(Math.abs(turned), 1), `${inputs} inputs: ${turned}`);
      assert(isNear(dot(sliceAt(patterns, k).data, v.getColumn(0)), turned));
    }
  }
});

function dot(one: Float32Array, other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0);
}

Deno.test("findLeadingComponents() finds the one pattern of a kernel, all of its energy", () => {
  const edge = [1, 0, -1, 1, 0, -1, 1, 0, -1];
  const kernels = makeOuter([[0.1, 3, -2], [0, -5, 1]], [edge, edge], [3, 3]);
  const { patterns, reads, share } = findLeadingComponents(kernels)!;
  assert(share.every((each) => isNear(each!, 1)));
  // The strongest input is weighed above zero where the pattern is: it reads the edge turned round.
  const [one, turned] = [sliceAt(patterns, 0).data, sliceAt(patterns, 1).data];
  assert(edge.every((value, i) => isNear(one[i]!, value / Math.sqrt(6))));
  assert(edge.every((value, i) => isNear(turned[i]!, -value / Math.sqrt(6))));
  assert(reads.data[1]! > 0 && reads.data[4]! > 0);
});

Deno.test("findLeadingComponents() takes a slice for itself where a kernel has one", () => {
  const data = Float32Array.of(0, 1, 0, 1, 2, 1, 0, 1, 0);
  const { patterns, share } = findLeadingComponents({ data, dims: [1, 1, 3, 3] })!;
  assert(isNear(share[0]!, 1));
  assert(data.every((value, i) => isNear(patterns.data[i]!, value / Math.sqrt(8))));
});

Deno.test("findLeadingComponents() knows no share of zeros, nor of what is not finite", () => {
  const data = Float32Array.of(0, 0, 0, 0, 1, NaN, 1, 1, 1, Infinity, 1, 1);
  const { patterns, share } = findLeadingComponents({ data, dims: [3, 2, 2] })!;
  assert.deepEqual(share, [null, null, null]);
  assert(patterns.data.every((value) => value === 0));
  assert.equal(findLeadingComponents({ data, dims: [3, 4, 1, 1] }), null);
});
