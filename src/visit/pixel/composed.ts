import type { Runtime } from "../../effects.ts";
import {
  type LinearStep,
  listStepWeights,
  planLinearStep,
  type Stepping,
} from "../../onnx/field/linear_step.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { findNeeds } from "../../onnx/graph/needs.ts";
import type { Node } from "../../onnx/wire/node.ts";
import { type PhotoTrace, tracePhoto } from "../../onnx/field/photo_trace.ts";
import type { ReceptiveField } from "../../onnx/field/receptive_field.ts";
import { dependsOnPhoto } from "../../onnx/field/traced.ts";
import {
  planSpread,
  SPREAD_INPUT,
  SPREAD_WEIGHTS,
  type Spreading,
} from "../../onnx/write/spread.ts";
import { describeDeclared } from "../../onnx/input/traced_photo.ts";
import { computeConstants } from "../../survey/computed_constants.ts";
import { STANDING_IN } from "../../survey/fields.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { explainObstacle } from "./backward_run.ts";
import {
  addAnswers,
  answerOfPhoto,
  cutAnswer,
  joinAnswers,
  type LinearAnswer,
  scaleAnswer,
  stepAnswer,
} from "./linear_answer.ts";
import { createGraphRunner, type GraphRunner } from "../../jobs/graph_runner.ts";
import type { Reason } from "../../reason/reason.ts";

/** A layer whose kernels are composed with those before it. */
export interface ComposedLayer {
  /** The convolution's own output. */
  readonly output: string;
  /** The line that the fields of its cells lie on, each elsewhere. */
  readonly line: ReceptiveField;
}

/** Kernels composed down to the pixels, the reason why they are not, or what went wrong. */
export type Composed =
  | { readonly kind: "kernels"; readonly kernels: Tensor }
  | Obstacle
  | { readonly kind: "failure"; readonly error: unknown };

interface Obstacle {
  readonly kind: "obstacle";
  readonly reason: Reason;
}

/** What is composed, and who takes it. */
export interface Composing<Layer extends ComposedLayer> {
  /** The input that takes the photo. */
  readonly image: string;
  readonly layers: readonly Layer[];
  /** Is given the layers one by one, in the order of the graph. */
  readonly take: (layer: Layer, composed: Composed) => Promise<void>;
}

/**
 * Composes the kernels of layers with those of the layers before them, as far as the pixels:
 * [channels, 3, height, width] of the receptive field. Activations are left out and pools taken for
 * averages, so it is the linear path only.
 *
 * How a tensor answers to the pixels is made of how those before it do, once for all layers behind
 * it, and kept until the last of them has read it.
 */
export async function composeKernels<Layer extends ComposedLayer>(
  model: Model,
  { image, layers, take }: Composing<Layer>,
  runtime: Runtime,
): Promise<void> {
  if (layers.length === 0) return;
  const wanted = Map.groupBy(layers, ({ output }) => output);
  const nodes = listNodes(model, layers);
  const trace = traceModel(model, image, nodes);
  const known = new Map<string, Known>([[image, answerOfImage(trace)]]);
  const last = findLastReaders(nodes);
  const runner = createGraphRunner(runtime);
  try {
    for (const node of nodes) {
      const made = trace && await answerOf(node, { model, trace, known, runner, runtime });
      if (made !== null) node.outputs.forEach((name) => known.set(name, made));
      for (const layer of wanted.get(node.outputs[0] ?? "") ?? []) {
        await take(layer, compose(layer, known.get(layer.output) ?? UNKNOWN));
      }
      [...node.inputs, ...node.outputs].filter((name) => (last.get(name) ?? node) === node)
        .forEach((name) => known.delete(name));
    }
  } finally {
    await runner.close();
  }
}

/** How a tensor answers to the pixels, or why that is not known. */
type Known = LinearAnswer | Exclude<Composed, { readonly kind: "kernels" }>;

const UNKNOWN: Obstacle = { kind: "obstacle", reason: { code: "field-unknown" } };

function listNodes(model: Model, layers: readonly ComposedLayer[]): Node[] {
  const taps = layers.map(({ output: tensor }) => ({ tensor, quantization: null }));
  const { nodes } = findNeeds(model, taps);
  return model.graph.nodes.filter((node) => nodes.has(node));
}

function traceModel(model: Model, image: string, nodes: readonly Node[]): PhotoTrace | null {
  const photo = describeDeclared(model, image, STANDING_IN[0]);
  return photo && tracePhoto(model, photo, { until: nodes.at(-1)?.outputs[0] ?? null });
}

function answerOfImage(trace: PhotoTrace | null): Known {
  if (trace === null) return UNKNOWN;
  const { dims, axes } = trace.photo;
  return answerOfPhoto(dims.find((_, axis) => axis > 0 && !axes.includes(axis)) ?? 1);
}

function findLastReaders(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  return new Map(nodes.flatMap((node) => node.inputs.map((name) => [name, node] as const)));
}

/** What answers are made of. */
interface Making {
  readonly model: Model;
  readonly trace: PhotoTrace;
  readonly known: ReadonlyMap<string, Known>;
  readonly runner: GraphRunner;
  readonly runtime: Runtime;
}

// Null for what does not depend on the photo.
async function answerOf(
  node: Node,
  { model, trace, known, runner, runtime }: Making,
): Promise<Known | null> {
  const read = node.inputs.filter((name) => dependsOnPhoto(trace.tensors, name));
  if (read.length === 0) return null;
  const obstacle: Obstacle = { kind: "obstacle", reason: explainObstacle({ node }) };
  const answers = new Map<string, LinearAnswer>();
  for (const name of read) {
    const answer = known.get(name) ?? obstacle;
    if ("kind" in answer) return answer;
    answers.set(name, answer);
  }
  try {
    const computed = await computeConstants(model, listStepWeights(model, node), runtime);
    const step = planLinearStep({ model, trace, computed }, node);
    return step && await runStep(step, (name) => answers.get(name)!, runner) || obstacle;
  } catch (error) {
    return { kind: "failure", error };
  }
}

async function runStep(
  step: LinearStep,
  find: (tensor: string) => LinearAnswer,
  runner: GraphRunner,
): Promise<LinearAnswer | null> {
  switch (step.kind) {
    case "pass":
      return find(step.from);
    case "scale":
      return scaleAnswer(find(step.from), step.factors);
    case "add":
      return addAnswers(step.from.map(find));
    case "join":
      return joinAnswers(step.parts, find);
    case "average":
      return await average(find(step.from), step, runner);
    case "convolve": {
      const { steps, ...place } = stepAnswer(find(step.from), step);
      const { weights, group } = step;
      return {
        ...place,
        pixels: await spread(find(step.from).pixels, weights, { steps, group }, runner),
      };
    }
  }
}

// Every channel by itself: they become pictures over which equal weights are spread.
async function average(
  answer: LinearAnswer,
  stepping: Stepping,
  runner: GraphRunner,
): Promise<LinearAnswer> {
  const { steps, ...place } = stepAnswer(answer, stepping);
  const [photo = 0, channels = 0, ...space] = answer.pixels.dims;
  const count = countElements(stepping.kernelShape);
  const pictures = { data: answer.pixels.data, dims: [photo * channels, 1, ...space] };
  const box = {
    data: new Float32Array(count).fill(1 / count),
    dims: [1, 1, ...stepping.kernelShape],
  };
  const { data, dims } = await spread(pictures, box, { steps, group: 1 }, runner);
  return { ...place, pixels: { data, dims: [photo, channels, ...dims.slice(2)] } };
}

async function spread(
  pictures: Tensor,
  weights: Tensor,
  spreading: Spreading,
  runner: GraphRunner,
): Promise<Tensor> {
  const inputs = new Map([[SPREAD_INPUT, pictures], [SPREAD_WEIGHTS, weights]]);
  return await runner.run(planSpread(spreading), inputs);
}

function compose({ line }: ComposedLayer, known: Known): Composed {
  return "kind" in known ? known : { kind: "kernels", kernels: cutAnswer(known, line) };
}
