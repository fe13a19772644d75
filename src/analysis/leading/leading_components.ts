import { transposeMatrix } from "../../tensor/axis.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { findLeadingDirection } from "../kernel/leading_energy.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/**
 * The leading component of each kernel W [in, space]: the one pattern that its slices have most in
 * common, and what each slice has of it.
 *
 *     W ≈ σ u vᵀ, the first term of its singular value decomposition
 *
 * As it stands, the strongest input reads the pattern v with a weight above zero.
 */
export interface LeadingComponents {
  /** v, [kernels, …space]. */
  readonly patterns: Tensor;
  /** u, [kernels, in / group]: squares add up to 1; zeros for a kernel of zeros. */
  readonly reads: Tensor;
  /** σ² ÷ ‖W‖²; null for a kernel of zeros, or one that is not finite. */
  readonly share: Values;
}

/** Finds the leading component of kernels [out, in / group, …space]; null where each slice is one weight. */
export function findLeadingComponents(kernels: Tensor): LeadingComponents | null {
  const [count = 0, inputs = 1, ...space] = kernels.dims;
  const size = countElements(space);
  if (size === 1) return null;
  const patterns = new Float32Array(count * size);
  const reads = new Float32Array(count * inputs);
  const share = Array.from({ length: count }, (_, k) => {
    const kernel = sliceAt(kernels, k).data;
    const energy = sumSquares(kernel);
    if (!(energy > 0 && energy < Infinity)) return null;
    const { pattern, read, leading } = findComponent(kernel, inputs);
    patterns.set(pattern, k * size);
    reads.set(read, k * inputs);
    return Math.min(1, leading / energy);
  });
  return {
    patterns: { data: patterns, dims: [count, ...space] },
    reads: { data: reads, dims: [count, inputs] },
    share,
  };
}

/** σ² with u and v. */
interface Component {
  readonly pattern: Float64Array;
  readonly read: Float64Array;
  readonly leading: number;
}

// By the smaller of the two matrices of inner products.
function findComponent(kernel: Float32Array, inputs: number): Component {
  const size = kernel.length / inputs;
  if (inputs <= size) {
    const plane = { height: inputs, width: size };
    const read = findLeadingDirection(kernel, plane);
    return turn(kernel, read);
  }
  const turned = transposeMatrix(kernel, inputs);
  const pattern = findLeadingDirection(turned, { height: size, width: inputs });
  return turn(kernel, normalize(project(kernel, pattern, inputs)));
}

// With the sign that the strongest input asks for.
function turn(kernel: Float32Array, direction: Float64Array): Component {
  let most = 0;
  for (let i = 1; i < direction.length; i++) {
    if (Math.abs(direction[i]!) > Math.abs(direction[most]!)) most = i;
  }
  const read = direction[most]! < 0 ? direction.map((value) => -value) : direction;
  const size = kernel.length / read.length;
  const pattern = new Float64Array(size);
  for (let i = 0; i < read.length; i++) {
    const share = read[i]!;
    for (let j = 0; j < size; j++) pattern[j] = pattern[j]! + share * kernel[i * size + j]!;
  }
  return { pattern: normalize(pattern), read, leading: sumSquares(pattern) };
}

// W v
function project(kernel: Float32Array, pattern: Float64Array, inputs: number): Float64Array {
  const size = pattern.length;
  const reads = new Float64Array(inputs);
  for (let i = 0; i < inputs; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += kernel[i * size + j]! * pattern[j]!;
    reads[i] = sum;
  }
  return reads;
}

function normalize(vector: Float64Array): Float64Array {
  const length = Math.sqrt(sumSquares(vector)) || 1;
  const unit = new Float64Array(vector.length);
  for (let i = 0; i < vector.length; i++) unit[i] = vector[i]! / length;
  return unit;
}

function sumSquares(values: Float32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}
