import type { KernelPlane } from "../spectrum/plane.ts";
import { reserveBytes } from "../../tensor/wasm_memory.ts";
import { findPower, memory, sumProducts } from "./leading_power.wasm";

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
  const { gram, power, stride } = findLeadingPower(matrix, plane);
  // tr(G P) of a power P scaled to trace 1: the eigenvalue that is left.
  return sumProducts(gram, power, plane.height, stride);
}

/**
 * Finds the direction that the columns of a matrix of `height` rows have most in common: its first
 * left singular vector, of length 1 and any sign; zeros for a matrix of zeros.
 */
export function findLeadingDirection(matrix: Float32Array, plane: PlaneSize): Float64Array {
  const { height } = plane;
  const { power: place, stride } = findLeadingPower(matrix, plane);
  const power = new Float64Array(memory.buffer, place);
  // P = v vᵀ: its longest column is nearest to v, v times the largest of v.
  const row = stride / BYTES;
  let most = 0;
  for (let i = 1; i < height; i++) {
    if (power[i * row + i]! > power[most * row + most]!) most = i;
  }
  const direction = power.slice(most * row, most * row + height);
  const length = Math.hypot(...direction) || 1;
  for (let i = 0; i < height; i++) direction[i] = direction[i]! / length;
  return direction;
}

/** The sizes of a matrix. */
type PlaneSize = Pick<KernelPlane, "height" | "width">;

/** Where G lies and a power of it, scaled to trace 1, of which the first direction is all that is left. */
interface LeadingPower {
  readonly gram: number;
  readonly power: number;
  /** From row to row, in bytes. */
  readonly stride: number;
}

const BYTES = Float64Array.BYTES_PER_ELEMENT;
const FOUR = 4 * BYTES; // numbers that are made at once

function findLeadingPower(matrix: Float32Array, { height, width }: PlaneSize): LeadingPower {
  const stride = FOUR * Math.ceil(height / 4);
  const gram = FOUR * Math.ceil(matrix.byteLength / FOUR); // behind the matrix
  reserveBytes(memory, gram + stride * (3 * stride / BYTES + width));
  new Float32Array(memory.buffer, 0, matrix.length).set(matrix);
  const power = findPower(0, height, width, stride, SQUARINGS, LEAST_REST, gram);
  return { gram, power, stride };
}
