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
export function findLeadingEnergy(matrix: Float32Array, plane: PlaneSize): number {
  const gram = multiplyRows(matrix, plane);
  const power = findLeadingPower(gram, plane.height);
  // tr(G P) of a power P scaled to trace 1: the eigenvalue that is left.
  let eigenvalue = 0;
  for (let j = 0; j < gram.length; j++) eigenvalue += gram[j]! * power[j]!;
  return eigenvalue;
}

/**
 * Finds the direction that the columns of a matrix of `height` rows have most in common: its first
 * left singular vector, of length 1 and any sign; zeros for a matrix of zeros.
 */
export function findLeadingDirection(matrix: Float32Array, plane: PlaneSize): Float64Array {
  const { height } = plane;
  const power = findLeadingPower(multiplyRows(matrix, plane), height);
  // P = v vᵀ: its longest column is nearest to v, v times the largest of v.
  let most = 0;
  for (let i = 1; i < height; i++) {
    if (power[i * height + i]! > power[most * height + most]!) most = i;
  }
  const direction = power.slice(most * height, (most + 1) * height);
  const length = Math.hypot(...direction) || 1;
  return direction.map((value) => value / length);
}

/** The sizes of a matrix. */
type PlaneSize = Pick<KernelPlane, "height" | "width">;

function multiplyRows(matrix: Float32Array, plane: PlaneSize): Float64Array {
  const gram = new Float64Array(plane.height * plane.height);
  multiplyByTranspose(matrix, plane, gram);
  return gram;
}

// A power of G, scaled to trace 1, of which the first direction is all that is left.
function findLeadingPower(gram: Float64Array, height: number): Float64Array {
  let power = scaleToTrace(gram.slice(), height);
  let square = new Float64Array(gram.length);
  for (let i = 0; i < SQUARINGS; i++) {
    multiplyByTranspose(power, { height, width: height }, square); // symmetric, so this is its square
    const rest = 1 - findTrace(square, height); // Σ λᵢ less Σ λᵢ², of eigenvalues that add up to 1
    [power, square] = [scaleToTrace(square, height), power];
    if (rest < LEAST_REST) break;
  }
  return power;
}

function multiplyByTranspose(
  rows: Float32Array | Float64Array,
  { height, width }: PlaneSize,
  product: Float64Array,
): void {
  for (let i = 0; i < height; i++) {
    // Three sums at once, as each addition waits for the one before; the last row may stand for others.
    for (let j = i; j < height; j += 3) {
      const [second, third] = [Math.min(j + 1, height - 1), Math.min(j + 2, height - 1)];
      let [a, b, c] = [0, 0, 0];
      for (let x = 0; x < width; x++) {
        const own = rows[i * width + x]!;
        a += own * rows[j * width + x]!;
        b += own * rows[second * width + x]!;
        c += own * rows[third * width + x]!;
      }
      product[i * height + j] = product[j * height + i] = a;
      product[i * height + second] = product[second * height + i] = b;
      product[i * height + third] = product[third * height + i] = c;
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
