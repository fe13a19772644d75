import type { Effects } from "../../effects.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { addTap, type Tap } from "../../onnx/graph/tap.ts";
import { feedBatch, type Feeds } from "../../onnx/input/feed.ts";
import { planCut, type Submodel } from "../../onnx/write/cut.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { openPartial } from "../session/partial_session.ts";
import { gatherFeeds } from "./given_inputs.ts";

/** A model that is loaded for some of its tensors. */
export interface TappedModel {
  readonly feeds: Feeds;
  /** The outputs that give the tensors that are tapped, in their order; null where there is none. */
  readonly outputs: readonly (string | null)[];
  /** Whether its nodes may run as one. */
  readonly fused: boolean;
  /** Runs it on a batch, and gives the tensors that are tapped, in their order; null where it gives none. */
  run(batch: Tensor): Promise<readonly (Tensor | null)[]>;
  /** Cuts what it runs, for others to load. */
  cut(): Submodel;
  close(): Promise<void>;
}

/**
 * Loads what some taps need of a model, its nodes fused where that is faster.
 *
 * @param wanted One a tensor; null where there is nothing to tap.
 * @throws {TypeError} If no input takes a photo, or another one has no value.
 * @throws {Error} If the runtime refuses the model.
 */
export async function openTapped(
  model: PlannedModel,
  wanted: readonly (Tap | null)[],
  effects: Pick<Effects, "files" | "images" | "runtime">,
): Promise<TappedModel> {
  const taps: Tap[] = [];
  const places = wanted.map((tap) => tap && addTap(taps, tap));
  const { inputs, outputs: named } = planCut(model.onnx, taps);
  const outputs = places.map((place) => place === null ? null : named[place]!);
  const feeds = await gatherFeeds(model, inputs, effects);
  const fused = !isQuantized(model.onnx);
  const { runtime } = effects;
  const session = await openPartial({ model: model.onnx, taps, runtime, fused });
  return {
    ...{ feeds, outputs, fused },
    run: async (batch) => {
      const run = await session.run(feedBatch(feeds, batch));
      return outputs.map((name) => name === null ? null : run.outputs.get(name) ?? null);
    },
    cut: session.cut,
    close: session.close,
  };
}

// There, last bits decide to which step a number is rounded, and layer by layer they become whole ones.
function isQuantized({ graph: { nodes } }: Model): boolean {
  return nodes.some(({ op }) => /^Q|Quantize|Integer/.test(op));
}
