import { findMagnitude } from "../../tensor/magnitude.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";

// Tints of many inputs are faint: so many times as strong they can be told apart.
const STRENGTH = 4;

/**
 * Colours patterns [count, …space] by their tints [count, 3], faint ones strengthened: a pattern
 * times the colour between grey and the hue of its tint.
 *
 *     c = (1 − s) (1, 1, 1) + s t ÷ max |t|, with s = min(1, 4 ‖t‖)
 *
 * @returns [count, 3, …space]
 */
export function tintPatterns(patterns: Tensor, tints: Tensor): Tensor {
  const [count = 0, ...space] = patterns.dims;
  const size = countElements(space);
  const data = new Float32Array(3 * patterns.data.length);
  for (let k = 0; k < count; k++) {
    const colour = findColour(sliceAt(tints, k).data);
    for (let c = 0; c < 3; c++) {
      for (let i = 0; i < size; i++) {
        data[(3 * k + c) * size + i] = colour[c]! * patterns.data[k * size + i]!;
      }
    }
  }
  return { data, dims: [count, 3, ...space] };
}

function findColour(tint: Float32Array): readonly number[] {
  const most = findMagnitude(tint) || 1;
  const strength = Math.min(1, STRENGTH * Math.hypot(...tint));
  return Array.from(tint, (value) => 1 - strength + strength * value / most);
}
