import type { Runtime, Session } from "../effects.ts";
import { cutModel, type Tap } from "../onnx/cut.ts";
import { type Feeds, findFeeds } from "../onnx/feed.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";

/** A model that is loaded, cut down to the layers that are tapped. */
export interface LoadedModel {
  readonly model: PlannedModel;
  readonly tapped: readonly TappedLayer[];
  readonly feeds: Feeds;
  readonly session: Session;
}

/** A layer and the outputs that its maps come out of. */
export interface TappedLayer {
  readonly planned: PlannedLayer;
  readonly output: string;
  /** The output behind what follows cell by cell; null where nothing does. */
  readonly after: string | null;
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
  runtime: Runtime,
): Promise<LoadedModel> {
  const taps: Tap[] = [];
  const places = layers.map(({ layer: { tap, chain } }) => ({
    own: taps.push(tap!) - 1,
    after: chain && taps.push({ tensor: chain.output, quantization: null }) - 1,
  }));
  const submodel = cutModel(model.model, taps);
  const tapped = layers.map((planned, i) => {
    const { own, after } = places[i]!;
    return {
      planned,
      output: submodel.outputs[own]!,
      after: after === null ? null : submodel.outputs[after]!,
    };
  });
  const feeds = findFeeds(submodel.inputs, model.inputValues);
  return { model, tapped, feeds, session: await runtime.open(submodel) };
}
