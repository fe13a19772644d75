import { fitArray } from "../../onnx/input/array_feed.ts";
import type { ImageInput } from "../../onnx/input/feed.ts";
import { moveToFront } from "../../tensor/axis.ts";
import { decodeNpy } from "../../tensor/npy/npy.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { requireLevels } from "../../jobs/input_check.ts";

/** An array of a file, as a network takes it. */
export interface ArrayInput {
  /** What is fed. */
  readonly batch: Tensor;
  /** How many copies of the array that is. */
  readonly copies: number;
  /** Its first sample [channels, …space]. */
  readonly sample: Tensor;
}

/**
 * Reads a .npy file as what a model's input takes: its values as they are.
 *
 * @throws {TypeError} If its sizes differ from those of the input.
 * @throws {RangeError} If the input holds no such numbers.
 */
export function readArray(bytes: Uint8Array, input: ImageInput): ArrayInput {
  const array = decodeNpy(bytes);
  const batch = fitArray(array, input);
  requireLevels(batch, input, "the array");
  const copies = batch.data.length / array.data.length;
  return { batch, copies, sample: pickSample(batch, input) };
}

function pickSample(batch: Tensor, { layout, channelAxis }: ImageInput): Tensor {
  const rank = batch.dims.length;
  const alone = layout === "CHW" || layout === "HWC" || rank < 2;
  const sample = alone ? batch : sliceAt(batch, 0);
  if (sample.dims.length < 2) return { ...sample, dims: [1, ...sample.dims] };
  const axis = (channelAxis ?? (alone ? 0 : 1)) - (alone ? 0 : 1);
  return moveToFront(sample, Math.max(0, axis));
}
