import type { Effects } from "../../effects.ts";
import { planCut } from "../../onnx/write/cut.ts";
import { addTap, type Tap } from "../../onnx/graph/tap.ts";
import type { ConvLayer } from "../../onnx/layer/conv_layer.ts";
import type { Feeds, ImageInput } from "../../onnx/input/feed.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { type PhotoTrace, tracePhoto } from "../../onnx/field/photo_trace.ts";
import { describeFed } from "../../onnx/input/traced_photo.ts";
import { hasCircuit } from "../../plan/circuit.ts";
import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import { findAnswerTap } from "./answer_tap.ts";
import { gatherFeeds } from "./given_inputs.ts";
import { openPartial } from "../session/partial_session.ts";
import { type SharedSession, shareSession } from "../session/shared_session.ts";
import { findRefusals, type Refusal } from "../refusal.ts";

/** A model that is loaded, cut down to the layers that are tapped. */
export interface LoadedModel {
  readonly model: PlannedModel;
  readonly tapped: readonly TappedLayer[];
  /** The output that gives its classes; null where none does, or it would cost much. */
  readonly answer: string | null;
  readonly feeds: Feeds;
  /** Those that it was loaded for release it. */
  readonly session: SharedSession;
  /** The layers that lack their maps on every photo. */
  readonly refusals: readonly Refusal[];
  /** Traces what is read of a photo that is fed in these dims; null where the input takes none. */
  trace(dims: readonly number[]): PhotoTrace | null;
}

/** A layer and the outputs that its maps come out of. */
export interface TappedLayer {
  readonly planned: PlannedLayer;
  readonly output: string;
  /** The output behind what follows cell by cell; null where nothing does. */
  readonly after: string | null;
  /** The output that gives the maps which the layer reads; null where they are not asked for. */
  readonly input: string | null;
  /** Where what the layer reads is found: in an output, or in what is fed; null where it is not. */
  readonly reads: { readonly output: string } | { readonly fed: string } | null;
}

/** What a model is loaded with, and how many photos it is run for. */
interface LoadOptions {
  readonly effects: Pick<Effects, "files" | "images" | "runtime">;
  readonly users: number;
}

/**
 * Loads what the layers of a model need, tapped before and behind what follows
 * them cell by cell.
 *
 * @throws {TypeError} If no input takes a photo, or another one has no value.
 * @throws {Error} If the runtime refuses the model.
 */
export async function loadModel(
  model: PlannedModel,
  layers: readonly PlannedLayer[],
  { effects, users }: LoadOptions,
): Promise<LoadedModel> {
  const taps: Tap[] = [];
  const places = layers.map(({ conv }) => ({
    own: addTap(taps, conv.tap!),
    after: conv.chain && addTap(taps, { tensor: conv.chain.output, quantization: null }),
    input: hasCircuit(conv) ? addTap(taps, { tensor: conv.input, quantization: null }) : null,
  }));
  const readings = layers.map(({ conv }) => planReading(model.onnx, conv, taps));
  const answerTap = findAnswerTap(model, taps);
  const answered = answerTap && addTap(taps, answerTap);
  const submodel = planCut(model.onnx, taps);
  const tapped = layers.map((planned, i) => {
    const { own, after, input } = places[i]!;
    const reading = readings[i] ?? null;
    return {
      planned,
      output: submodel.outputs[own]!,
      after: after === null ? null : submodel.outputs[after]!,
      input: input === null ? null : submodel.outputs[input]!,
      reads: typeof reading === "number" ? { output: submodel.outputs[reading]! } : reading,
    };
  });
  const feeds = await gatherFeeds(model, submodel.inputs, effects);
  const tappedModel = { model: model.onnx, taps, runtime: effects.runtime };
  const session = shareSession(await openPartial(tappedModel), users);
  const refusals = findRefusals(model.onnx, layers, session.obstacles);
  const trace = createTracer(model.onnx, feeds.image);
  const answer = answered === null ? null : submodel.outputs[answered]!;
  return { model, tapped, answer, feeds, session, refusals, trace };
}

// What is fed is known.
function planReading(
  { graph }: Model,
  { shape, inputTap: tap }: ConvLayer,
  taps: Tap[],
): number | { readonly fed: string } | null {
  if (shape === null || tap === null) return null;
  if (tap.quantization !== null) return addTap(taps, tap);
  const fed = graph.initializers.has(tap.tensor) ? undefined : graph.inputs.get(tap.tensor);
  if (fed?.dataType === "float32") return { fed: tap.tensor };
  return addTap(taps, tap);
}

// Photos mostly come in one size, so the last trace is kept.
function createTracer(model: Model, image: ImageInput): LoadedModel["trace"] {
  let last: PhotoTrace | null = null;
  return (dims) => {
    const photo = describeFed(image, dims);
    if (photo === null) return null;
    if (String(last?.photo.dims) !== String(dims)) last = tracePhoto(model, photo);
    return last;
  };
}
