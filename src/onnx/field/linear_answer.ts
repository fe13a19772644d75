import type { TensorPlace } from "../write/graph_draft.ts";
import type { Stepping } from "./linear_step.ts";

/**
 * How the cells of a tensor answer to the pixels, as far as that is linear: cell (y, x) is the sum
 * of what a tensor [1, channels, …size] says of those from y · stride + offset on.
 */
export interface LinearAnswer extends AnswerPlace {
  /** The name of that tensor in the graph that makes it. */
  readonly name: string;
  /** The channels whose cells they are. */
  readonly channels: number;
}

/** Of what a cell (y, x) tells: so much from y · stride + offset on, along each axis. */
export interface AnswerPlace extends TensorPlace {
  readonly stride: readonly number[];
}

/** Says how pixels answer to themselves. */
export function answerOfPhoto(name: string, channels: number): LinearAnswer {
  return { name, channels, size: [1, 1], stride: [1, 1], offset: [0, 0] };
}

/** Says where the answers lie that a window makes, and in which steps it adds them up. */
export function stepAnswer(
  { size, stride, offset }: AnswerPlace,
  { kernelShape, strides, dilations, begins }: Stepping,
): AnswerPlace & { readonly steps: readonly number[] } {
  const steps = stride.map((pixels, axis) => pixels * dilations[axis]!);
  return {
    steps,
    size: size.map((pixels, axis) => pixels + (kernelShape[axis]! - 1) * steps[axis]!),
    stride: stride.map((pixels, axis) => pixels * strides[axis]!),
    offset: offset.map((first, axis) => first - begins[axis]! * stride[axis]!),
  };
}

/** Finds the place that holds all answers; null where their cells do not lie alike. */
export function alignAnswers(
  answers: readonly AnswerPlace[],
): TensorPlace | null {
  const [first] = answers;
  if (first === undefined) return null;
  if (answers.some(({ stride }) => String(stride) !== String(first.stride))) return null;
  const offset = first.offset.map((_, axis) =>
    Math.min(...answers.map(({ offset }) => offset[axis]!))
  );
  const size = offset.map((begin, axis) =>
    Math.max(...answers.map(({ offset, size }) => offset[axis]! + size[axis]!)) - begin
  );
  return { size, offset };
}
