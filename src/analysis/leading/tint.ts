import type { MixColumns } from "../matrix/mixing.ts";
import { firstInputOf } from "../../tensor/first_input.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";

/**
 * Measures the tints of kernels [count, 3, …space] that lie in the photo's pixels: the mean of what
 * their weights have off the grey axis, which those weigh most that have most of it.
 *
 *     t = Σ ‖χ‖ χ / ‖W‖², with χ = w − (w · (1, 1, 1)/3) (1, 1, 1) of each cell
 *
 * Its length is 1 at most, that of a kernel of one pure colour; opposite colours, as those of an edge, cancel.
 *
 * @returns [count, 3]
 */
export function measureTints(kernels: Tensor): Tensor {
  const [count = 0, , ...space] = kernels.dims;
  const tints = new Float32Array(3 * count);
  for (let k = 0; k < count; k++) {
    tints.set(measureTint(sliceAt(kernels, k).data, countElements(space)), 3 * k);
  }
  return { data: tints, dims: [count, 3] };
}

function measureTint(data: Float32Array, size: number): readonly number[] {
  let [red, green, blue, energy] = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    const r = data[i]!;
    const g = data[size + i]!;
    const b = data[2 * size + i]!;
    const grey = (r + g + b) / 3;
    const squares = r * r + g * g + b * b;
    const chroma = Math.sqrt(Math.max(0, squares - 3 * grey * grey));
    red += chroma * (r - grey);
    green += chroma * (g - grey);
    blue += chroma * (b - grey);
    energy += squares;
  }
  const isKnown = energy > 0 && energy < Infinity;
  return isKnown ? [red / energy, green / energy, blue / energy] : [0, 0, 0];
}

/**
 * Mixes the tints of the inputs of kernels into their own: each input counts as its share of the
 * leading component's energy, and with the sign of what the component reads of it.
 *
 * @param reads [kernels, inputs / group], as of `findLeadingComponents()`.
 * @param inputs The tints of the inputs of all groups.
 * @returns [kernels, 3]
 */
export function mixTints(reads: Tensor, inputs: Tensor): Tensor {
  const [count = 0, read = 1] = reads.dims;
  const group = (inputs.dims[0] ?? 0) / read;
  const tints = new Float32Array(3 * count);
  for (let k = 0; k < count; k++) {
    const first = firstInputOf(k, { count, read, group });
    for (let i = 0; i < read; i++) {
      const weight = reads.data[k * read + i]!;
      const share = weight * Math.abs(weight);
      for (let c = 0; c < 3; c++) {
        tints[3 * k + c]! += share * inputs.data[3 * (first + i) + c]!;
      }
    }
  }
  return { data: tints, dims: [count, 3] };
}

/**
 * Mixes the tints of inputs into those of kernels of single weights, likewise: of each the strongest
 * inputs count, as their shares of its energy.
 *
 * @returns [kernels, 3]
 */
export function mixStrongest(
  { input, weight, share }: Pick<MixColumns, "input" | "weight" | "share">,
  inputs: Tensor,
): Tensor {
  const tints = new Float32Array(3 * input.length);
  input.forEach((strongest, k) => {
    const weights = weight[k]!;
    const energy = weights.reduce((sum, each) => sum + each * each, 0);
    if (share[k] === null || !(energy > 0 && energy < Infinity)) return;
    strongest.forEach((i, place) => {
      const part = share[k]! * weights[place]! * Math.abs(weights[place]!) / energy;
      for (let c = 0; c < 3; c++) tints[3 * k + c]! += part * inputs.data[3 * i + c]!;
    });
  });
  return { data: tints, dims: [input.length, 3] };
}
