import type { Tensor } from "../../tensor/tensor.ts";
import { findLeadingEnergy } from "./leading_energy.ts";
import { findPlane, type KernelPlane } from "../spectrum/plane.ts";

/**
 * Measures how much of a kernel is a column times a row, slice by slice: the share of energy in the
 * first singular values of its input slices.
 *
 *     Σ_c σ1(W_c)² / Σ_c ‖W_c‖², from 1 / min(kh, kw) to 1
 *
 * For a kernel of one slice that is the plain σ1² / Σσ²; of several it is their mean, weighted by
 * energy.
 *
 * @param kernel The finite weights [in, height, width].
 * @returns null where the kernel does not extend along two axes, or is zero.
 */
export function measureSeparability(kernel: Tensor): number | null {
  const plane = findPlane(kernel);
  if (plane === null) return null;
  const size = plane.height * plane.width;
  let leading = 0;
  let energy = 0;
  for (let start = 0; start < kernel.data.length; start += size) {
    leading += findLargestEnergy(kernel.data, start, plane);
    for (let i = start; i < start + size; i++) energy += kernel.data[i]! * kernel.data[i]!;
  }
  return energy === 0 ? null : Math.min(1, leading / energy);
}

// σ1² of a slice; in closed form where it is 3 x 3, as deep layers have 100,000 of them.
function findLargestEnergy(data: Float32Array, start: number, plane: KernelPlane): number {
  const { height, width } = plane;
  return height === 3 && width === 3
    ? findLargestEigenvalue(data, start)
    : findLeadingEnergy(data.subarray(start, start + height * width), plane);
}

/**
 * Finds the largest eigenvalue of A Aᵀ for A of 3 × 3, scaled as Smith does, Eigenvalues of a
 * symmetric 3 × 3 matrix, Communications of the ACM 4 (1961).
 */
function findLargestEigenvalue(data: Float32Array, start: number): number {
  const second = start + 3;
  const third = start + 6;
  const xx = multiplyThree(data, start, start);
  const yy = multiplyThree(data, second, second);
  const zz = multiplyThree(data, third, third);
  const xy = multiplyThree(data, start, second);
  const xz = multiplyThree(data, start, third);
  const yz = multiplyThree(data, second, third);
  const mean = (xx + yy + zz) / 3;
  const x = xx - mean;
  const y = yy - mean;
  const z = zz - mean;
  const spread = Math.sqrt((x * x + y * y + z * z + 2 * (xy * xy + xz * xz + yz * yz)) / 6);
  if (spread === 0) return mean;
  const determinant = x * (y * z - yz * yz) - xy * (xy * z - yz * xz) + xz * (xy * yz - y * xz);
  return mean + spread * findLargestRoot(determinant / (spread * spread * spread));
}

// From so near, each step doubles the digits that are right.
const STEPS = 4;

/**
 * Finds the largest root of t³ − 3 t − d, which is 2 cos(⅓ arccos d/2), from 1 up to 2, by Newton's
 * method for s = t − 1, from above, where nothing cancels.
 */
function findLargestRoot(determinant: number): number {
  const excess = Math.max(0, Math.min(4, 2 + determinant)); // s³ + 3 s²
  let s = Math.sqrt(excess / 3);
  if (s === 0) return 1;
  for (let i = 0; i < STEPS; i++) s -= (s * s * (s + 3) - excess) / (3 * s * (s + 2));
  return 1 + s;
}

function multiplyThree(data: Float32Array, a: number, b: number): number {
  return data[a]! * data[b]! + data[a + 1]! * data[b + 1]! + data[a + 2]! * data[b + 2]!;
}
