import type { JoinedPart, Stepping } from "../../onnx/field/linear_step.ts";
import type { ReceptiveField } from "../../onnx/field/receptive_field.ts";
import { cropPatch } from "../../tensor/crop.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";

/**
 * How the cells of a tensor answer to the pixels, as far as that is linear: cell (y, x) is the sum of
 * what `pixels` says of those from y · stride + offset on.
 */
export interface LinearAnswer {
  /** [channels of the photo, channels of the tensor, height, width] */
  readonly pixels: Tensor;
  /** How many pixels lie between neighbouring cells, along each axis. */
  readonly stride: readonly number[];
  /** The first pixel of cell 0, along each axis. */
  readonly offset: readonly number[];
}

/** Says how a photo answers to its own pixels. */
export function answerOfPhoto(channels: number): LinearAnswer {
  const data = Float32Array.from(
    { length: channels ** 2 },
    (_, i) => i % (channels + 1) === 0 ? 1 : 0,
  );
  return { pixels: { data, dims: [channels, channels, 1, 1] }, stride: [1, 1], offset: [0, 0] };
}

/** Says where the answers lie that a window makes, and in which steps it adds them up. */
export function stepAnswer(
  { stride, offset }: LinearAnswer,
  { strides, dilations, begins }: Stepping,
): Pick<LinearAnswer, "stride" | "offset"> & { readonly steps: readonly number[] } {
  return {
    stride: stride.map((pixels, axis) => pixels * strides[axis]!),
    offset: offset.map((first, axis) => first - begins[axis]! * stride[axis]!),
    steps: stride.map((pixels, axis) => pixels * dilations[axis]!),
  };
}

/** Multiplies every channel by a number of its own, or all by one. */
export function scaleAnswer(answer: LinearAnswer, factors: ArrayLike<number>): LinearAnswer {
  const [, channels = 0, ...space] = answer.pixels.dims;
  const size = countElements(space);
  const data = answer.pixels.data.map((value, i) =>
    value * factors[factors.length === 1 ? 0 : Math.floor(i / size) % channels]!
  );
  return { ...answer, pixels: { ...answer.pixels, data } };
}

/** Adds answers up; null where their cells do not lie alike. */
export function addAnswers(answers: readonly LinearAnswer[]): LinearAnswer | null {
  const aligned = alignAnswers(answers);
  const [first, ...others] = aligned ?? [];
  if (first === undefined) return null;
  const data = first.pixels.data.slice();
  for (const { pixels } of others) {
    for (let i = 0; i < data.length; i++) data[i]! += pixels.data[i]!;
  }
  return { ...first, pixels: { ...first.pixels, data } };
}

/** Lays the channels of answers one after the other; null where their cells do not lie alike. */
export function joinAnswers(
  parts: readonly JoinedPart[],
  find: (tensor: string) => LinearAnswer,
): LinearAnswer | null {
  const answers = parts.flatMap((part) => "from" in part ? [find(part.from)] : []);
  const aligned = alignAnswers(answers)?.values();
  if (aligned === undefined) return null;
  const laid = parts.map((part) => "from" in part ? aligned.next().value! : part);
  const first = laid.find((part) => "pixels" in part)!;
  const [photo = 0, , ...space] = first.pixels.dims;
  const size = countElements(space);
  const counts = laid.map((part) => "pixels" in part ? part.pixels.dims[1]! : part.channels);
  const channels = counts.reduce((sum, count) => sum + count, 0);
  const data = new Float32Array(photo * channels * size);
  for (let c = 0, at = 0; c < photo; c++) {
    laid.forEach((part, i) => {
      const length = counts[i]! * size;
      if ("pixels" in part) data.set(part.pixels.data.subarray(c * length, (c + 1) * length), at);
      at += length;
    });
  }
  return { ...first, pixels: { data, dims: [photo, channels, ...space] } };
}

/** Cuts answers to the receptive fields of the cells: [channels, channels of the photo, …]. */
export function cutAnswer(answer: LinearAnswer, { size, offset }: ReceptiveField): Tensor {
  const pixels = place(answer, { size, offset });
  const [photo = 0, channels = 0, ...space] = pixels.dims;
  const length = countElements(space);
  const data = new Float32Array(pixels.data.length);
  for (let c = 0; c < photo; c++) {
    for (let k = 0; k < channels; k++) {
      const from = (c * channels + k) * length;
      data.set(pixels.data.subarray(from, from + length), (k * photo + c) * length);
    }
  }
  return { data, dims: [channels, photo, ...space] };
}

function alignAnswers(answers: readonly LinearAnswer[]): LinearAnswer[] | null {
  const [first] = answers;
  if (first === undefined) return null;
  if (answers.some(({ stride }) => String(stride) !== String(first.stride))) return null;
  const offset = first.offset.map((_, axis) =>
    Math.min(...answers.map(({ offset }) => offset[axis]!))
  );
  const size = offset.map((begin, axis) =>
    Math.max(...answers.map(({ offset, pixels }) => offset[axis]! + pixels.dims[2 + axis]!)) - begin
  );
  return answers.map((answer) => ({ ...answer, offset, pixels: place(answer, { size, offset }) }));
}

function place(
  { pixels, offset: own }: LinearAnswer,
  { size, offset }: Pick<ReceptiveField, "size" | "offset">,
): Tensor {
  const [top = 0, left = 0] = offset.map((begin, axis) => begin - own[axis]!);
  const [height = 1, width = 1] = size;
  return cropPatch(pixels, { top, left, height, width });
}
