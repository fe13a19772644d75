import { findStrongestSlices } from "../../tensor/strongest_slices.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";

/** In which input slices the energy of each kernel lies. */
export interface SliceEnergy {
  /** The strongest slices of each kernel, strongest first, counted from 0 within its group. */
  readonly strongestSlices: readonly (readonly number[])[];
  /** Their share of the kernel's energy; null for a kernel of zeros. */
  readonly strongestShare: readonly (number | null)[];
}

/** Finds where the energy of kernels [outChannels, inChannels / group, …kernelShape] lies. */
export function measureSliceEnergy(kernels: Tensor): SliceEnergy {
  const [count = 0, slices = 1] = kernels.dims;
  const strongest = Array.from(
    { length: count },
    (_, k) => findStrongestSlices(sliceAt(kernels, k).data, slices),
  );
  return {
    strongestSlices: strongest.map((each) => each.slices),
    strongestShare: strongest.map(({ share }) => share),
  };
}
