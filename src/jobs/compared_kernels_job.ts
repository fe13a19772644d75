import {
  arrangeInputs,
  type KernelMoves,
  measureMoves,
} from "../analysis/comparison/kernel_moves.ts";
import { pairKernels } from "../analysis/comparison/pairing.ts";
import type { Pairing } from "../analysis/comparison/relative_error.ts";
import type { Job } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The kernels of two layers, [out, in, …kernelShape]. */
export interface TwinKernels {
  readonly a: Tensor;
  readonly b: Tensor;
  /** Which kernels go together, as far as maps tell. */
  readonly other: Pairing;
  /** Whether they do; else the kernels themselves tell. */
  readonly isPaired: boolean;
  /** Which input of the other layer goes with each input; null where each with that at its place. */
  readonly inputs: Pairing;
}

/** Which kernels go together, and how far they are apart. */
export interface MovedKernels {
  readonly other: Pairing;
  readonly moves: KernelMoves;
}

/** Measures how far the kernels of one layer are from those of another. */
export const comparedKernelsJob: Job<TwinKernels, MovedKernels> = {
  name: "compared kernels",
  work: ({ a, b, inputs, isPaired, other: told }) => {
    const arranged = arrangeInputs(b, inputs);
    const other = isPaired ? told : pairKernels(a, arranged);
    return Promise.resolve({ other, moves: measureMoves(a, arranged, other) });
  },
};
