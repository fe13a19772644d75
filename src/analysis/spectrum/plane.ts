import type { Tensor } from "../../tensor/tensor.ts";

/** The sizes of a kernel that extends along two axes of space. */
export interface KernelPlane {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** Gives the sizes of a kernel [in, height, width]; null where it is no plane: 1-D, 3-D, 1 x n. */
export function findPlane({ dims }: Pick<Tensor, "dims">): KernelPlane | null {
  const [channels = 0, height = 0, width = 0] = dims;
  return dims.length === 3 && height > 1 && width > 1 ? { channels, height, width } : null;
}
