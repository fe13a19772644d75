import type { Tensor } from "../tensor/tensor.ts";

/**
 * Whose levels values become: torchvision's `save_image` rounds half up, TensorBoard's `add_image`
 * cuts the fraction off.
 */
export type Rounding = "save_image" | "add_image";

/** How {@linkcode quantize} turns a value into a level of 0 … 255. */
export interface QuantizeOptions {
  /**
   * Whose levels to give.
   *
   * @default {"save_image"}
   */
  readonly rounding?: Rounding;
}

/**
 * Turns values of 0 … 1 into levels of 0 … 255, as torchvision's `save_image`
 * or TensorBoard's `add_image` does. Values outside are clamped, NaN gives 0.
 *
 * @param grid Values in any order and shape, such as a grid [channels, height, width].
 * @param options The rounding.
 * @returns The levels, in the order of the values.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.save_image.html
 *
 * @example The two roundings differ
 * ```ts
 * import { quantize } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const grey = { data: Float32Array.of(0.5), dims: [1, 1, 1] };
 * assert.deepEqual([...quantize(grey)], [128]);
 * assert.deepEqual([...quantize(grey, { rounding: "add_image" })], [127]);
 * ```
 */
export function quantize(
  grid: Tensor,
  options: QuantizeOptions = {},
): Uint8Array<ArrayBuffer> {
  const half = findHalf(options);
  const { data } = grid;
  const levels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) levels[i] = toLevel(data[i]!, half);
  return levels;
}

/** Gives what is added to a level before its fraction is cut off. */
export function findHalf({ rounding = "save_image" }: QuantizeOptions): number {
  return rounding === "save_image" ? 0.5 : 0;
}

/**
 * Gives the level of a single-precision value, with a fraction that a Uint8Array cuts off; NaN gives
 * 0. Each operation is rounded to float32, as in PyTorch.
 *
 * @param half 0.5, which rounds half up, or 0.
 */
export function toLevel(value: number, half = 0.5): number {
  const level = Math.fround(Math.fround(value * 255) + half);
  return level >= 255 ? 255 : level > 0 ? level : 0;
}
