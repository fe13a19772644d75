import { planAverages } from "../../tensor/area_average.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { reverseWeights } from "../constant/turned_weights.ts";
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
import {
  alignPlaces,
  type AnswerStep,
  joinsPixels,
  type LinearAnswer,
  type MadeAnswer,
} from "./linear_answer.ts";
import type { Stepping } from "./linear_step.ts";

/** The input that says which channel of the photo is answered to: [1, channels, 1, 1], a 1 there. */
export const LINEAR_INPUT = "photo";

/** A picture of how a tensor answers to the pixels. */
export interface AnswerPicture {
  readonly answer: LinearAnswer;
  /** Which pixels it shows, counted from those of cell 0. */
  readonly place: TensorPlace;
  /** The height and width to which they are averaged. */
  readonly drawn: readonly number[];
}

/** A graph that gives pictures of answers to one channel of the photo. */
export interface PlannedAnswers {
  readonly graph: NewGraph;
  /** The weights that it is fed with, by name. */
  readonly weights: ReadonlyMap<string, Tensor>;
}

/**
 * Plans the graph that gives pictures of answers, one output each.
 *
 * Averaging pixels and adding up channels may be done in either order. What no later step reads
 * pixel by pixel is therefore averaged before it is made, which is where most of the work would be:
 * behind the last window there are many channels of large fields.
 */
export function planAnswers(pictures: readonly AnswerPicture[]): PlannedAnswers {
  const draft: Draft = {
    ...createDraft(),
    weights: new Map(),
    held: new Map(),
    made: new Map(),
    pictures: new Map(),
    whole: findWhole(pictures.map(({ answer }) => answer)),
  };
  const outputs = pictures.map((picture) =>
    emitNode(draft, "Identity", [emitPicture(draft, picture).name])
  );
  const axes = [...draft.weights].map(([name, { dims }]) => [name, dims.length] as const);
  const inputs = new Map([[LINEAR_INPUT, 4], ...axes]);
  return { graph: finishDraft(draft, inputs, outputs), weights: draft.weights };
}

interface Draft extends GraphDraft {
  readonly weights: Map<string, Tensor>;
  /** The names of the weights that are there. */
  readonly held: Map<Tensor, string>;
  readonly made: Map<LinearAnswer, Made>;
  /** Their pictures that are there, by where they lie. */
  readonly pictures: Map<LinearAnswer, Map<string, Made>>;
  /** The answers that some step reads pixel by pixel. */
  readonly whole: ReadonlySet<LinearAnswer>;
}

/** Numbers [1, channels, …size] of the graph, and where they lie. */
interface Made extends TensorPlace {
  readonly name: string;
}

function findWhole(wanted: readonly LinearAnswer[]): Set<LinearAnswer> {
  const whole = new Set<LinearAnswer>();
  const seen = new Set<LinearAnswer>();
  const open = [...wanted];
  for (let answer = open.pop(); answer !== undefined; answer = open.pop()) {
    if (seen.has(answer) || answer.made === null) continue;
    seen.add(answer);
    const { step, from } = answer.made;
    if (joinsPixels(step)) markWhole(whole, from);
    open.push(...from);
  }
  return whole;
}

function markWhole(whole: Set<LinearAnswer>, answers: readonly LinearAnswer[]): void {
  const open = [...answers];
  for (let answer = open.pop(); answer !== undefined; answer = open.pop()) {
    if (whole.has(answer)) continue;
    whole.add(answer);
    open.push(...answer.made?.from ?? []);
  }
}

function emitPicture(draft: Draft, picture: AnswerPicture): Made {
  const { answer, place: { size, offset }, drawn } = picture;
  const key = JSON.stringify([size, offset, drawn]);
  const pictures = draft.pictures.get(answer) ?? new Map<string, Made>();
  draft.pictures.set(answer, pictures);
  const made = pictures.get(key) ?? drawPicture(draft, picture);
  pictures.set(key, made);
  return made;
}

function drawPicture(draft: Draft, { answer, place, drawn }: AnswerPicture): Made {
  const { made } = answer;
  if (made === null || draft.whole.has(answer) || joinsPixels(made.step)) {
    const { name, ...from } = emitWhole(draft, answer);
    const placed = emitPlaced(draft, name, { from, to: place });
    return { name: emitAveraged(draft, placed, place.size, drawn), size: drawn, offset: [0, 0] };
  }
  const parts = made.from.map((part) => emitPicture(draft, { answer: part, place, drawn }));
  return emitStep(draft, made, parts);
}

function emitWhole(draft: Draft, answer: LinearAnswer): Made {
  const { made, size, offset } = answer;
  if (made === null) return { name: LINEAR_INPUT, size, offset };
  const known = draft.made.get(answer);
  if (known !== undefined) return known;
  const from = made.from.map((part) => emitWhole(draft, part));
  const whole = { ...emitStep(draft, made, from), offset };
  draft.made.set(answer, whole);
  return whole;
}

function emitAveraged(
  draft: Draft,
  from: string,
  [height = 1, width = 1]: readonly number[],
  [rows = 1, columns = 1]: readonly number[],
): string {
  if (rows === height && columns === width) return from;
  const across = emitNode(draft, "Transpose", [holdWeights(draft, planAverages(width, columns))]);
  const narrow = emitNode(draft, "MatMul", [from, across]);
  return emitNode(draft, "MatMul", [holdWeights(draft, planAverages(height, rows)), narrow]);
}

function emitStep(draft: Draft, { step, from }: MadeAnswer, parts: readonly Made[]): Made {
  const [first] = parts as [Made];
  switch (step.kind) {
    case "scale":
      return { ...first, name: emitScale(draft, first.name, step.factors) };
    case "add":
    case "join": {
      const to = alignPlaces(parts);
      const names = parts.map(({ name, ...from }) => emitPlaced(draft, name, { from, to }));
      return { ...to, name: emitJoined(draft, step, { names, size: to.size }) };
    }
    case "average":
      return emitAverage(draft, first, {
        channels: from[0]!.channels,
        stride: from[0]!.stride,
        step,
      });
    case "convolve":
      return emitConvolution(draft, first, { ...step, stride: from[0]!.stride });
  }
}

// Every channel by a number of its own, or all by one.
function emitScale(draft: Draft, from: string, factors: ArrayLike<number>): string {
  const data = Float32Array.from(factors);
  return emitNode(draft, "Mul", [from, holdWeights(draft, { data, dims: [data.length, 1, 1] })]);
}

// Channels that do not depend on the photo answer with 0.
function emitJoined(
  draft: Draft,
  step: Extract<AnswerStep, { readonly kind: "add" | "join" }>,
  { names, size }: { readonly names: readonly string[]; readonly size: readonly number[] },
): string {
  if (step.kind === "add") return emitNode(draft, "Sum", names);
  const left = names.values();
  const laid = step.parts.map((part) => {
    if ("from" in part) return left.next().value!;
    const dims = [1, part.channels, ...size];
    return holdWeights(draft, { data: new Float32Array(countElements(dims)), dims });
  });
  return emitNode(draft, "Concat", laid, { axis: 1 });
}

// Every channel by itself: they become pictures over which equal weights are spread.
function emitAverage(
  draft: Draft,
  from: Made,
  { channels, stride, step }: {
    readonly channels: number;
    readonly stride: readonly number[];
    readonly step: Stepping;
  },
): Made {
  const count = countElements(step.kernelShape);
  const data = new Float32Array(count).fill(1 / count);
  const weights = { data, dims: [1, 1, ...step.kernelShape] };
  const apart = { ...from, name: emitReshape(draft, from.name, [channels, 1, ...from.size]) };
  const averaged = emitConvolution(draft, apart, { ...step, weights, group: 1, stride });
  return { ...averaged, name: emitReshape(draft, averaged.name, [1, channels, ...averaged.size]) };
}

// Answers are added as often as there are weights, each time shifted against their order.
function emitConvolution(
  draft: Draft,
  { name, size, offset }: Made,
  { weights, group, stride, ...stepping }: Stepping & {
    readonly weights: Tensor;
    readonly group: number;
    readonly stride: readonly number[];
  },
): Made {
  const dilations = stride.map((pixels, axis) => pixels * stepping.dilations[axis]!);
  const ends = stepping.kernelShape.map((extent, axis) => (extent - 1) * dilations[axis]!);
  const attributes = { dilations, group, pads: [...ends, ...ends] };
  const held = draft.held.get(weights) ?? holdWeights(draft, reverseWeights(weights));
  draft.held.set(weights, held);
  return {
    name: emitNode(draft, "Conv", [name, held], attributes),
    size: size.map((pixels, axis) => pixels + ends[axis]!),
    offset,
  };
}

function emitReshape(draft: Draft, from: string, dims: readonly number[]): string {
  return emitNode(draft, "Reshape", [from, holdNumbers(draft, dims)]);
}

function holdWeights({ weights }: Draft, tensor: Tensor): string {
  const name = `weights_${weights.size}`;
  weights.set(name, tensor);
  return name;
}
