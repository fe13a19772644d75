import type { KernelPlane } from "./plane.ts";

// After so many squarings a power beyond 10⁶ is reached: what is left of a second eigenvalue as
// near as that would change the first by a millionth.
const SQUARINGS = 20;

/**
 * Finds the largest squared singular value of a matrix of `height` rows: the largest eigenvalue of
 * G = A Aᵀ, by the power method, G being squared again and again.
 */
export function findLeadingEnergy(matrix: Float32Array, { height, width }: KernelPlane): number {
  const gram = multiplyByTranspose(matrix, height, width);
  let power = gram;
  for (let i = 0; i < SQUARINGS; i++) {
    power = multiplyByTranspose(power, height, height); // symmetric, so this is its square
    const scale = 1 / (findTrace(power, height) || 1);
    for (let j = 0; j < power.length; j++) power[j] = power[j]! * scale;
  }
  // tr(G P) of a power P scaled to trace 1: the eigenvalue that is left.
  let eigenvalue = 0;
  for (let j = 0; j < gram.length; j++) eigenvalue += gram[j]! * power[j]!;
  return eigenvalue;
}

function multiplyByTranspose(
  rows: ArrayLike<number>,
  height: number,
  width: number,
): Float64Array {
  const product = new Float64Array(height * height);
  for (let i = 0; i < height; i++) {
    for (let j = i; j < height; j++) {
      let sum = 0;
      for (let x = 0; x < width; x++) sum += rows[i * width + x]! * rows[j * width + x]!;
      product[i * height + j] = sum;
      product[j * height + i] = sum;
    }
  }
  return product;
}

function findTrace(square: Float64Array, side: number): number {
  let trace = 0;
  for (let i = 0; i < side; i++) trace += square[i * side + i]!;
  return trace;
}
