import { countElements, type Tensor } from "../../tensor/tensor.ts";

/** How the image that kernels read was made of pixels. */
export interface ImageChannels {
  /** The channels in the order in which the kernels read them. */
  readonly channels: "RGB" | "BGR";
  /** What the preprocessing divided each channel by, in the order of `channels`. */
  readonly std: readonly number[];
}

/**
 * Takes kernels that read a preprocessed image to the space of its pixels, where red means red.
 *
 *     Σ w (p − mean) / std = Σ (w / std) p − constant
 *
 * So every weight is divided by the std of its channel, and the channels are put in the order RGB.
 *
 * @param kernels The weights [out, 3, …kernelShape].
 */
export function toPixelSpace(kernels: Tensor, { channels, std }: ImageChannels): Tensor {
  const [count = 0, inputs, ...kernelShape] = kernels.dims;
  if (inputs !== 3 || std.length !== 3) {
    throw new TypeError(
      `Cannot take kernels [${kernels.dims}] to pixel space: 3 channels and 3 std are expected, ` +
        `${std.length} std were given`,
    );
  }
  const size = countElements(kernelShape);
  const data = new Float32Array(kernels.data.length);
  for (let plane = 0; plane < 3 * count; plane++) {
    const from = channels === "RGB" ? plane : plane + 2 - 2 * (plane % 3);
    const divisor = std[from % 3]!;
    for (let i = 0; i < size; i++) {
      data[plane * size + i] = kernels.data[from * size + i]! / divisor;
    }
  }
  return { data, dims: kernels.dims };
}
