import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/** Which kernel of another layer goes with each kernel of a layer; null where each with that at its place. */
export type Pairing = readonly number[] | null;

/** Gives which kernel goes with each as a pairing. */
export function toPairing(other: readonly number[]): Pairing {
  return other.every((to, k) => to === k) ? null : other;
}

/**
 * Measures how far each row of `b` is from that of `a` which it goes with:
 *
 *     ‖a − b‖ ÷ ‖a‖
 *
 * 0 where they are the same throughout; null where `a` is zero and `b` is not, and where a number of
 * either is not finite.
 */
export function measureErrors(a: Tensor, b: Tensor, other: Pairing): Values {
  const [count = 0] = a.dims;
  return Array.from(
    { length: count },
    (_, k) => measureError(sliceAt(a, k).data, sliceAt(b, other?.[k] ?? k).data),
  );
}

function measureError(a: Float32Array, b: Float32Array): number | null {
  let [squares, apart] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const one = a[i]!;
    const difference = one - b[i]!;
    squares += one * one;
    apart += difference * difference;
  }
  if (apart === 0 && Number.isFinite(squares)) return 0;
  const error = Math.sqrt(apart / squares);
  return Number.isFinite(error) ? error : null;
}
