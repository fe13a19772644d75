import type { KernelPlane } from "../spectrum/plane.ts";

// After so many squarings a power beyond 10⁶ is reached: what is left of a second eigenvalue as
// near as that would change the first by a millionth.
const SQUARINGS = 20;

// What a power may have beside its first direction, of its trace: less changes no digit that is kept.
const LEAST_REST = 1e-12;

/**
 * Finds the largest squared singular value of a matrix of `height` rows: the largest eigenvalue of
 * G = A Aᵀ, by the power method, G being squared again and again.
 */
export function findLeadingEnergy(matrix: Float32Array, { height, width }: KernelPlane): number {
  const gram = new Float64Array(height * height);
  multiplyByTranspose(matrix, { height, width }, gram);
  let power = scaleToTrace(gram.slice(), height);
  let square = new Float64Array(gram.length);
  for (let i = 0; i < SQUARINGS; i++) {
    multiplyByTranspose(power, { height, width: height }, square); // symmetric, so this is its square
    const rest = 1 - findTrace(square, height); // Σ λᵢ less Σ λᵢ², of eigenvalues that add up to 1
    [power, square] = [scaleToTrace(square, height), power];
    if (rest < LEAST_REST) break;
  }
  // tr(G P) of a power P scaled to trace 1: the eigenvalue that is left.
  let eigenvalue = 0;
  for (let j = 0; j < gram.length; j++) eigenvalue += gram[j]! * power[j]!;
  return eigenvalue;
}

function multiplyByTranspose(
  rows: Float32Array | Float64Array,
  { height, width }: Pick<KernelPlane, "height" | "width">,
  product: Float64Array,
): void {
  for (let i = 0; i < height; i++) {
    for (let j = i; j < height; j++) {
      let sum = 0;
      for (let x = 0; x < width; x++) sum += rows[i * width + x]! * rows[j * width + x]!;
      product[i * height + j] = sum;
      product[j * height + i] = sum;
    }
  }
}

function scaleToTrace(square: Float64Array<ArrayBuffer>, side: number): Float64Array<ArrayBuffer> {
  const scale = 1 / (findTrace(square, side) || 1);
  for (let j = 0; j < square.length; j++) square[j] = square[j]! * scale;
  return square;
}

function findTrace(square: Float64Array, side: number): number {
  let trace = 0;
  for (let i = 0; i < side; i++) trace += square[i * side + i]!;
  return trace;
}
