import type { Effects } from "../effects.ts";
import { cutModel, type Tap } from "../onnx/cut.ts";
import type { Feeds } from "../onnx/feed.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import { hasCircuit } from "./circuit.ts";
import { gatherFeeds } from "./given_inputs.ts";
import { openPartial, type PartialSession } from "./partial_session.ts";
import { findRefusals, type Refusal } from "./refusal.ts";

/** A model that is loaded, cut down to the layers that are tapped. */
export interface LoadedModel {
  readonly model: PlannedModel;
  readonly tapped: readonly TappedLayer[];
  readonly feeds: Feeds;
  readonly session: PartialSession;
  /** The layers that lack their maps on every photo. */
  readonly refusals: readonly Refusal[];
}

/** A layer and the outputs that its maps come out of. */
export interface TappedLayer {
  readonly planned: PlannedLayer;
  readonly output: string;
  /** The output behind what follows cell by cell; null where nothing does. */
  readonly after: string | null;
  /** The output that gives the maps which the layer reads; null where they are not asked for. */
  readonly input: string | null;
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
  effects: Pick<Effects, "files" | "images" | "runtime">,
): Promise<LoadedModel> {
  const taps: Tap[] = [];
  const addTap = (tensor: string) => taps.push({ tensor, quantization: null }) - 1;
  const places = layers.map(({ layer }) => ({
    own: taps.push(layer.tap!) - 1,
    after: layer.chain && addTap(layer.chain.output),
    input: hasCircuit(layer) ? addTap(layer.input) : null,
  }));
  const submodel = cutModel(model.model, taps);
  const tapped = layers.map((planned, i) => {
    const { own, after, input } = places[i]!;
    return {
      planned,
      output: submodel.outputs[own]!,
      after: after === null ? null : submodel.outputs[after]!,
      input: input === null ? null : submodel.outputs[input]!,
    };
  });
  const feeds = await gatherFeeds(model, submodel.inputs, effects);
  const tappedModel = { model: model.model, taps, runtime: effects.runtime };
  const session = await openPartial(tappedModel, submodel);
  const refusals = findRefusals(model.model, layers, session.obstacles);
  return { model, tapped, feeds, session, refusals };
}
