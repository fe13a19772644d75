import { averageAreas } from "../../tensor/area_average.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";
import {
  createDraft,
  emitNode,
  emitPlaced,
  finishDraft,
  type GraphDraft,
  holdNumbers,
  type TensorPlace,
} from "../write/graph_draft.ts";
import type { NewGraph } from "../write/encode.ts";
import { alignAnswers, answerOfPhoto, type LinearAnswer, stepAnswer } from "./linear_answer.ts";
import type { LinearStep, Stepping } from "./linear_step.ts";

type Convolution = Extract<LinearStep, { readonly kind: "convolve" }>;

/** The input that says which channel of the photo is answered to: [1, channels, 1, 1], a 1 there. */
export const LINEAR_INPUT = "photo";

/** A graph that is being written, of how tensors answer to the pixels. */
export interface LinearDraft extends GraphDraft {
  /** The weights that it is fed with, by name. */
  readonly weights: Map<string, Tensor>;
}

/** Begins a graph of answers, with how the channels of the photo answer to themselves. */
export function beginLinear(channels: number): LinearDraft & { readonly photo: LinearAnswer } {
  return { ...createDraft(), weights: new Map(), photo: answerOfPhoto(LINEAR_INPUT, channels) };
}

/** Ends a graph of answers. */
export function finishLinear(draft: LinearDraft, outputs: readonly string[]): NewGraph {
  const axes = [...draft.weights].map(([name, { dims }]) => [name, dims.length] as const);
  return finishDraft(draft, new Map([[LINEAR_INPUT, 4], ...axes]), outputs);
}

/** Adds what a step makes of the answers before it; null where their cells do not lie alike. */
export function emitStep(
  draft: LinearDraft,
  step: LinearStep,
  find: (tensor: string) => LinearAnswer,
): LinearAnswer | null {
  switch (step.kind) {
    case "pass":
      return find(step.from);
    case "scale":
      return emitScale(draft, find(step.from), step.factors);
    case "add":
      return emitSum(draft, step.from.map(find));
    case "join":
      return emitJoin(draft, step, find);
    case "average":
      return emitAverage(draft, find(step.from), step);
    case "convolve":
      return emitConvolution(draft, find(step.from), step);
  }
}

/** Adds what lies at a place of answers, averaged to a size, and names it. */
export function emitPicture(
  draft: LinearDraft,
  answer: LinearAnswer,
  { drawn, ...place }: TensorPlace & { readonly drawn: readonly number[] },
): string {
  const placed = emitPlaced(draft, answer.name, { from: answer, to: place });
  const [height = 1, width = 1] = place.size;
  const [rows = height, columns = width] = drawn;
  if (rows === height && columns === width) return emitNode(draft, "Identity", [placed]);
  const across = emitNode(draft, "Transpose", [holdWeights(draft, averageLines(width, columns))]);
  const narrow = emitNode(draft, "MatMul", [placed, across]);
  return emitNode(draft, "MatMul", [holdWeights(draft, averageLines(height, rows)), narrow]);
}

// What averages lines of cells to fewer, as a matrix [to, from].
function averageLines(from: number, to: number): Tensor {
  const each = Float32Array.from({ length: from ** 2 }, (_, i) => i % (from + 1) === 0 ? 1 : 0);
  const averaged = averageAreas({ data: each, height: from, width: from }, {
    height: to,
    width: from,
  });
  return { data: Float32Array.from(averaged), dims: [to, from] };
}

// Every channel by a number of its own, or all by one.
function emitScale(
  draft: LinearDraft,
  answer: LinearAnswer,
  factors: ArrayLike<number>,
): LinearAnswer {
  const data = Float32Array.from(factors);
  const scales = holdWeights(draft, { data, dims: [data.length, 1, 1] });
  return { ...answer, name: emitNode(draft, "Mul", [answer.name, scales]) };
}

function emitSum(draft: LinearDraft, answers: readonly LinearAnswer[]): LinearAnswer | null {
  const place = alignAnswers(answers);
  if (place === null) return null;
  const placed = answers.map((answer) =>
    emitPlaced(draft, answer.name, { from: answer, to: place })
  );
  return { ...answers[0]!, ...place, name: emitNode(draft, "Sum", placed) };
}

// Channels that do not depend on the photo answer with 0.
function emitJoin(
  draft: LinearDraft,
  { parts }: Extract<LinearStep, { readonly kind: "join" }>,
  find: (tensor: string) => LinearAnswer,
): LinearAnswer | null {
  const answers = parts.flatMap((part) => "from" in part ? [find(part.from)] : []);
  const place = alignAnswers(answers);
  if (place === null) return null;
  const names = parts.map((part) => {
    if ("from" in part) {
      const answer = find(part.from);
      return emitPlaced(draft, answer.name, { from: answer, to: place });
    }
    const dims = [1, part.channels, ...place.size];
    return holdWeights(draft, { data: new Float32Array(countElements(dims)), dims });
  });
  const channels = parts.reduce((sum, part) => {
    return sum + ("from" in part ? find(part.from) : part).channels;
  }, 0);
  return {
    ...answers[0]!,
    ...place,
    channels,
    name: emitNode(draft, "Concat", names, { axis: 1 }),
  };
}

// Every channel by itself: they become pictures over which equal weights are spread.
function emitAverage(draft: LinearDraft, answer: LinearAnswer, stepping: Stepping): LinearAnswer {
  const { channels, size } = answer;
  const count = countElements(stepping.kernelShape);
  const data = new Float32Array(count).fill(1 / count);
  const weights = { data, dims: [1, 1, ...stepping.kernelShape] };
  const apart = { ...answer, name: emitReshape(draft, answer.name, [channels, 1, ...size]) };
  const averaged = emitConvolution(draft, apart, { ...stepping, weights, group: 1 });
  const name = emitReshape(draft, averaged.name, [1, channels, ...averaged.size]);
  return { ...averaged, name, channels };
}

// Answers are added as often as there are weights, each time shifted against their order.
function emitConvolution(
  draft: LinearDraft,
  answer: LinearAnswer,
  { weights, group, ...stepping }: Pick<Convolution, "weights" | "group"> & Stepping,
): LinearAnswer {
  const { steps: dilations, ...place } = stepAnswer(answer, stepping);
  const ends = stepping.kernelShape.map((extent, axis) => (extent - 1) * dilations[axis]!);
  const attributes = { dilations, group, pads: [...ends, ...ends] };
  const inputs = [answer.name, holdWeights(draft, reverseWeights(weights))];
  return {
    ...place,
    name: emitNode(draft, "Conv", inputs, attributes),
    channels: weights.dims[0]!,
  };
}

function reverseWeights({ data, dims }: Tensor): Tensor {
  const size = countElements(dims.slice(2));
  const reversed = data.slice();
  for (let first = 0; first < data.length; first += size) {
    reversed.subarray(first, first + size).reverse();
  }
  return { data: reversed, dims };
}

function emitReshape(draft: LinearDraft, from: string, dims: readonly number[]): string {
  return emitNode(draft, "Reshape", [from, holdNumbers(draft, dims)]);
}

function holdWeights({ weights }: LinearDraft, tensor: Tensor): string {
  const name = `weights_${weights.size}`;
  weights.set(name, tensor);
  return name;
}
