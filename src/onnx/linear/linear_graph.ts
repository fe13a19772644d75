import { planAverages } from "../../tensor/area_average.ts";
import { cropPatch } from "../../tensor/crop.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { NewGraph } from "../write/encode.ts";
import {
  createDraft,
  emitNode,
  emitPlaced,
  finishDraft,
  type TensorPlace,
} from "../write/graph_draft.ts";
import { type AnswerStep, joinsPixels, type LinearAnswer } from "./linear_answer.ts";
import { emitStep, holdWeights, type LinearDraft, type Made } from "./linear_nodes.ts";

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

interface Draft extends LinearDraft {
  readonly made: Map<LinearAnswer, Made>;
  /** Their pictures that are there, by where they lie. */
  readonly pictures: Map<LinearAnswer, Map<string, Made>>;
  /** The answers that some step reads pixel by pixel. */
  readonly whole: ReadonlySet<LinearAnswer>;
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
  if (made === null || draft.whole.has(answer)) {
    return emitAveraged(draft, emitWhole(draft, answer), { place, drawn });
  }
  if (!joinsPixels(made.step)) {
    const parts = made.from.map((part) => emitPicture(draft, { answer: part, place, drawn }));
    return emitStep(draft, made, parts);
  }
  if (made.step.kind === "convolve" && made.step.group === 1 && isShrunk({ place, drawn })) {
    return emitTaps(draft, made.step, { answer, place, drawn });
  }
  return emitAveraged(draft, emitWhole(draft, answer), { place, drawn });
}

type Averaging = Omit<AnswerPicture, "answer">;

// By so much that averaging once for each weight is less than the work it saves.
function isShrunk({ place: { size }, drawn }: Averaging): boolean {
  return 2 * countElements(drawn) <= countElements(size);
}

// A convolution adds up what it reads, shifted for each tap: so does its picture of their pictures.
function emitTaps(
  draft: Draft,
  { weights, kernelShape, dilations }: Convolution,
  { answer: { offset, made }, place, drawn }: AnswerPicture,
): Made {
  const [read] = made!.from as [LinearAnswer];
  const whole = emitWhole(draft, read);
  const [, columns = 1] = kernelShape;
  const pictures = Array.from({ length: countElements(kernelShape) }, (_, tap) => {
    const shifted = [Math.floor(tap / columns), tap % columns].map((at, axis) =>
      offset[axis]! + at * dilations[axis]! * read.stride[axis]!
    );
    const picture = emitAveraged(draft, { ...whole, offset: shifted }, { place, drawn });
    return emitNode(draft, "Conv", [picture.name, holdWeights(draft, pickTap(weights, tap))]);
  });
  return { name: emitNode(draft, "Sum", pictures), size: drawn, offset: [0, 0] };
}

type Convolution = Extract<AnswerStep, { readonly kind: "convolve" }>;

function pickTap({ data, dims: [out = 0, channels = 0, ...space] }: Tensor, tap: number): Tensor {
  const taps = countElements(space);
  const picked = Float32Array.from({ length: out * channels }, (_, i) => data[i * taps + tap]!);
  return { data: picked, dims: [out, channels, 1, 1] };
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

// Averages what lies at a place to the size that is drawn.
function emitAveraged(
  draft: Draft,
  { name, ...from }: Made,
  { place, drawn }: Averaging,
): Made {
  const made = { size: drawn, offset: [0, 0] };
  if (String(place.size) === String(drawn)) {
    return { ...made, name: emitPlaced(draft, name, { from, to: place }) };
  }
  const [down, across] = drawn.map((to, axis) =>
    averageLine(
      { cells: from.size[axis]!, at: from.offset[axis]! - place.offset[axis]! },
      { from: place.size[axis]!, to },
    )
  ) as [Tensor, Tensor];
  const turned = emitNode(draft, "Transpose", [holdWeights(draft, across)]);
  const narrow = emitNode(draft, "MatMul", [name, turned]);
  return { ...made, name: emitNode(draft, "MatMul", [holdWeights(draft, down), narrow]) };
}

// The weights [to, cells] that average a line, of which so many cells are there from a place on.
function averageLine(
  { cells, at }: { readonly cells: number; readonly at: number },
  { from, to }: { readonly from: number; readonly to: number },
): Tensor {
  const { data } = planAverages(from, to);
  const whole = { data, dims: [1, 1, to, from] };
  const { data: cut } = cropPatch(whole, { top: 0, left: at, height: to, width: cells });
  return { data: cut, dims: [to, cells] };
}
