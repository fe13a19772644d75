import type { Tensor } from "../../tensor/tensor.ts";

/** How a window steps, along each axis. */
export interface Stepping {
  readonly kernelShape: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** The padding at the begin. */
  readonly begins: readonly number[];
}

/** What a node makes of the cells of one tensor: the same, their means, or sums with weights. */
export type SteppingStep =
  | { readonly kind: "pass"; readonly from: string }
  | ({ readonly kind: "average"; readonly from: string } & Stepping)
  | ({
    readonly kind: "convolve";
    readonly from: string;
    /** [outChannels, inChannels / group, height, width] */
    readonly weights: Tensor;
    readonly group: number;
  } & Stepping);
