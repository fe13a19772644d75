import { countElements } from "../../tensor/tensor.ts";
import type { TensorPlace } from "../write/graph_draft.ts";
import type { LinearStep } from "./linear_step.ts";
import type { Stepping } from "./stepping.ts";

/**
 * How the cells of a tensor answer to the pixels, as far as that is linear: cell (y, x) is the sum
 * of what some numbers [channels of the photo, channels, …size] say of the pixels from y · stride +
 * offset on.
 */
export interface LinearAnswer extends AnswerPlace {
  /** The channels whose cells they are. */
  readonly channels: number;
  /** What makes it of the answers before it; null for the photo's own pixels. */
  readonly made: MadeAnswer | null;
}

/** Of what a cell (y, x) tells: so much from y · stride + offset on, along each axis. */
export interface AnswerPlace extends TensorPlace {
  readonly stride: readonly number[];
}

/** A step, and the answers of the tensors that it reads. */
export interface MadeAnswer {
  readonly step: AnswerStep;
  readonly from: readonly LinearAnswer[];
}

/** A step that makes an answer of its own. */
export type AnswerStep = Exclude<LinearStep, { readonly kind: "pass" }>;

/** Says how the pixels of a photo answer to themselves. */
export function answerOfPhoto(channels: number): LinearAnswer {
  return { channels, size: [1, 1], stride: [1, 1], offset: [0, 0], made: null };
}

/** Says how a tensor answers behind a step; null where the cells that it reads do not lie alike. */
export function makeAnswer(
  step: LinearStep,
  find: (tensor: string) => LinearAnswer,
): LinearAnswer | null {
  switch (step.kind) {
    case "pass":
      return find(step.from);
    case "scale": {
      const from = find(step.from);
      return { ...from, made: { step, from: [from] } };
    }
    case "add":
      return joinAnswers(step, step.from.map(find));
    case "join":
      return joinAnswers(
        step,
        step.parts.flatMap((part) => "from" in part ? [find(part.from)] : []),
      );
    case "average": {
      const from = find(step.from);
      return { ...stepAnswer(from, step), channels: from.channels, made: { step, from: [from] } };
    }
    case "convolve": {
      const from = find(step.from);
      const channels = step.weights.dims[0]!;
      return { ...stepAnswer(from, step), channels, made: { step, from: [from] } };
    }
  }
}

/** Tells whether a step brings other pixels together or moves them, and not channels alone. */
export function joinsPixels(step: AnswerStep): boolean {
  if (!("kernelShape" in step)) return false;
  return countElements(step.kernelShape) > 1 || step.begins.some((cells) => cells > 0);
}

function joinAnswers(
  step: Extract<AnswerStep, { readonly kind: "add" | "join" }>,
  from: readonly LinearAnswer[],
): LinearAnswer | null {
  const [first] = from;
  const place = alignAnswers(from);
  if (first === undefined || place === null) return null;
  const channels = step.kind === "add" ? first.channels : from.reduce(
    (sum, answer) => sum + answer.channels,
    step.parts.reduce((sum, part) => sum + ("from" in part ? 0 : part.channels), 0),
  );
  return { ...first, ...place, channels, made: { step, from } };
}

// Where the answers lie that a window makes.
function stepAnswer(
  { size, stride, offset }: AnswerPlace,
  { kernelShape, strides, dilations, begins }: Stepping,
): AnswerPlace {
  return {
    size: size.map((pixels, axis) =>
      pixels + (kernelShape[axis]! - 1) * dilations[axis]! * stride[axis]!
    ),
    stride: stride.map((pixels, axis) => pixels * strides[axis]!),
    offset: offset.map((first, axis) => first - begins[axis]! * stride[axis]!),
  };
}

/** Finds the place that holds all answers; null where their cells do not lie alike. */
export function alignAnswers(answers: readonly AnswerPlace[]): TensorPlace | null {
  const [first] = answers;
  if (first === undefined) return null;
  if (answers.some(({ stride }) => String(stride) !== String(first.stride))) return null;
  return alignPlaces(answers);
}

/** Finds the place that holds others. */
export function alignPlaces(places: readonly TensorPlace[]): TensorPlace {
  const offset = places[0]!.offset.map((_, axis) =>
    Math.min(...places.map(({ offset }) => offset[axis]!))
  );
  const size = offset.map((begin, axis) =>
    Math.max(...places.map(({ offset, size }) => offset[axis]! + size[axis]!)) - begin
  );
  return { size, offset };
}
