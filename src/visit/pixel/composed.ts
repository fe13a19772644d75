import type { Effects } from "../../effects.ts";
import { type AnswersInput, answersJob } from "../../jobs/answers_job.ts";
import { answerOfPhoto, type LinearAnswer, makeAnswer } from "../../onnx/linear/linear_answer.ts";
import { type AnswerPicture, planAnswers } from "../../onnx/linear/linear_graph.ts";
import { listStepWeights, planLinearStep } from "../../onnx/linear/linear_step.ts";
import { type PhotoTrace, tracePhoto } from "../../onnx/field/photo_trace.ts";
import type { ReceptiveField } from "../../onnx/field/receptive_field.ts";
import { dependsOnPhoto } from "../../onnx/field/traced.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { findNeeds } from "../../onnx/graph/needs.ts";
import { describeDeclared } from "../../onnx/input/traced_photo.ts";
import type { Node } from "../../onnx/wire/node.ts";
import { encodeGraphModel } from "../../onnx/write/graph_model.ts";
import type { Reason } from "../../reason/reason.ts";
import { computeConstants } from "../../survey/computed_constants.ts";
import { STANDING_IN } from "../../survey/fields.ts";
import { freeOwnBytes } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { explainObstacle } from "./backward_run.ts";

/** A layer whose kernels are composed with those before it. */
export interface ComposedLayer {
  /** The convolution's own output. */
  readonly output: string;
  /** The line that the fields of its cells lie on, each elsewhere. */
  readonly line: ReceptiveField;
  /** The height and width to which a field is averaged. */
  readonly drawn: readonly number[];
}

/** Kernels composed down to the pixels, the reason why they are not, or what went wrong. */
export type Composed =
  | { readonly kind: "kernels"; readonly kernels: Tensor }
  | Obstacle
  | Failure;

interface Obstacle {
  readonly kind: "obstacle";
  readonly reason: Reason;
}

interface Failure {
  readonly kind: "failure";
  readonly error: unknown;
}

/** What composes. */
type Composer = Pick<Effects, "runtime" | "crew">;

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
 * [channels, channels of the photo, height, width] of the receptive field, averaged to the size that
 * is drawn. Activations are left out and pools taken for averages, so it is the linear path only.
 *
 * How a tensor answers to the pixels is made of how those before it do, once for all layers behind
 * it. One graph says so for them all, and runs once for each channel of the photo, so that no more
 * than its answers to one are in memory.
 */
export async function composeKernels<Layer extends ComposedLayer>(
  model: Model,
  { image, layers, take }: Composing<Layer>,
  composer: Composer,
): Promise<void> {
  if (layers.length === 0) return;
  const nodes = listNodes(model, layers);
  const trace = traceModel(model, image, nodes);
  const pictures = trace === null
    ? new Map(layers.map((layer) => [layer, UNKNOWN] as const))
    : await composePictures(nodes, { model, trace, layers }, composer);
  for (const [layer, picture] of pictures) await take(layer, picture);
}

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

/** What is composed of which tensors. */
interface Composition<Layer> {
  readonly model: Model;
  readonly trace: PhotoTrace;
  readonly layers: readonly Layer[];
}

async function composePictures<Layer extends ComposedLayer>(
  nodes: readonly Node[],
  { model, trace, layers }: Composition<Layer>,
  composer: Composer,
): Promise<ReadonlyMap<Layer, Composed>> {
  const { dims, axes, name } = trace.photo;
  const channels = dims.find((_, axis) => axis > 0 && !axes.includes(axis)) ?? 1;
  const known = new Map<string, Known>([[name, answerOfPhoto(channels)]]);
  for (const node of nodes) {
    const made = await answerOf(node, { model, trace, known, runtime: composer.runtime });
    if (made !== null) node.outputs.forEach((output) => known.set(output, made));
  }
  const pictures = new Map<Layer, AnswerPicture>();
  const composed = new Map<Layer, Composed>();
  const wanted = Map.groupBy(layers, ({ output }) => output);
  for (const layer of nodes.flatMap(({ outputs: [output = ""] }) => wanted.get(output) ?? [])) {
    const answer = known.get(layer.output) ?? UNKNOWN;
    composed.set(layer, UNKNOWN); // in the order of the graph
    if ("kind" in answer) composed.set(layer, answer);
    else pictures.set(layer, { answer, place: layer.line, drawn: layer.drawn });
  }
  const drawn = await drawOrFail([...pictures.values()], { channels, known }, composer);
  [...pictures.keys()].forEach((layer, i) => composed.set(layer, drawn(i)));
  return composed;
}

/** How a tensor answers to the pixels, or why that is not known. */
type Known = LinearAnswer | Obstacle | Failure;

/** What answers are made of. */
interface Making {
  readonly model: Model;
  readonly trace: PhotoTrace;
  readonly known: ReadonlyMap<string, Known>;
  readonly runtime: Effects["runtime"];
}

// Null for what does not depend on the photo.
async function answerOf(
  node: Node,
  { model, trace, known, runtime }: Making,
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
    return step && makeAnswer(step, (name) => answers.get(name)!) || obstacle;
  } catch (error) {
    return { kind: "failure", error };
  }
}

// Gives the pictures by their places, or what went wrong for all of them.
async function drawOrFail(
  pictures: readonly AnswerPicture[],
  { channels, known }: { readonly channels: number; readonly known: ReadonlyMap<string, Known> },
  { crew }: Composer,
): Promise<(index: number) => Composed> {
  if (pictures.length === 0) return () => UNKNOWN;
  try {
    const job = planJob(pictures, channels);
    freeOthers(known, job);
    const drawn = await crew.do(answersJob, job);
    for (const { tensor } of job.weights) freeOwnBytes(tensor.data);
    return (index) => ({ kind: "kernels", kernels: drawn[index]! });
  } catch (error) {
    return () => ({ kind: "failure", error });
  }
}

// Of weights that are taken apart, the parts alone go along.
function freeOthers(known: ReadonlyMap<string, Known>, { weights }: AnswersInput): void {
  const needed = new Set(weights.map(({ tensor }) => tensor.data.buffer));
  for (const answer of known.values()) {
    const step = "kind" in answer ? null : answer.made?.step;
    if (step?.kind === "convolve" && !needed.has(step.weights.data.buffer)) {
      freeOwnBytes(step.weights.data);
    }
  }
}

function planJob(pictures: readonly AnswerPicture[], channels: number): AnswersInput {
  const { graph, weights } = planAnswers(pictures);
  return {
    model: encodeGraphModel(graph),
    weights: Array.from(weights, ([name, tensor]) => ({ name, tensor })),
    channels,
    pictures: pictures.map(({ answer, drawn }) => ({ kernels: answer.channels, size: drawn })),
  };
}
