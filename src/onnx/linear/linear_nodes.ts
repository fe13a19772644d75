import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { reverseWeights } from "../constant/turned_weights.ts";
import {
  emitNode,
  emitPlaced,
  type GraphDraft,
  holdNumbers,
  type TensorPlace,
} from "../write/graph_draft.ts";
import { alignPlaces, type AnswerStep, type MadeAnswer } from "./linear_answer.ts";
import type { Stepping } from "./stepping.ts";

/** A graph that is being written, of how tensors answer to the pixels. */
export interface LinearDraft extends GraphDraft {
  /** The weights that it is fed with, by name. */
  readonly weights: Map<string, Tensor>;
  /** The names of those of convolutions. */
  readonly held: Map<Tensor, string>;
}

/** Numbers [1, channels, …size] of the graph, and where they lie. */
export interface Made extends TensorPlace {
  readonly name: string;
}

/** Adds what a step makes of the answers before it. */
export function emitStep(
  draft: LinearDraft,
  { step, from }: MadeAnswer,
  parts: readonly Made[],
): Made {
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
function emitScale(draft: LinearDraft, from: string, factors: ArrayLike<number>): string {
  const data = Float32Array.from(factors);
  return emitNode(draft, "Mul", [from, holdWeights(draft, { data, dims: [data.length, 1, 1] })]);
}

// Channels that do not depend on the photo answer with 0.
function emitJoined(
  draft: LinearDraft,
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
  draft: LinearDraft,
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
  draft: LinearDraft,
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

function emitReshape(draft: LinearDraft, from: string, dims: readonly number[]): string {
  return emitNode(draft, "Reshape", [from, holdNumbers(draft, dims)]);
}

/** Adds weights, and names them. */
export function holdWeights({ weights }: LinearDraft, tensor: Tensor): string {
  const name = `weights_${weights.size}`;
  weights.set(name, tensor);
  return name;
}
