import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import { findCosine } from "./kernel_cosines.ts";
import { measureErrors, type Pairing } from "./relative_error.ts";

/** How far kernels of one layer are from those of another, a column each. */
export interface KernelMoves {
  /** ‖a − b‖ ÷ ‖a‖; null where a is zero and b is not, or a weight is not finite. */
  readonly moved: Values;
  /** a · b ÷ (‖a‖ ‖b‖); null where either is zero or not finite. */
  readonly cosine: Values;
}

/** Measures how far kernels [out, in, …kernelShape] of one layer are from those of another. */
export function measureMoves(a: Tensor, b: Tensor, other: Pairing): KernelMoves {
  const [count = 0] = a.dims;
  const cosine = Array.from(
    { length: count },
    (_, k) => findCosine(sliceAt(a, k).data, sliceAt(b, other?.[k] ?? k).data),
  );
  return { moved: measureErrors(a, b, other), cosine };
}

/** Puts the inputs of kernels [out, in, …kernelShape] in the order of those that they go with. */
export function arrangeInputs(kernels: Tensor, inputs: Pairing): Tensor {
  if (inputs === null) return kernels;
  const { data, dims: [count = 0, read = 0] } = kernels;
  const size = data.length / (count * read);
  const arranged = new Float32Array(data.length);
  for (let k = 0; k < count; k++) {
    for (const [j, input] of inputs.entries()) {
      const start = (k * read + input) * size;
      arranged.set(data.subarray(start, start + size), (k * read + j) * size);
    }
  }
  return { ...kernels, data: arranged };
}
