import type { Effects } from "../../effects.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { addTap, type Tap } from "../../onnx/graph/tap.ts";
import { feedBatch, type Feeds, layoutBatch } from "../../onnx/input/feed.ts";
import { resizeInput } from "../../onnx/input/resized_input.ts";
import { planCut } from "../../onnx/write/cut.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import { type PlannedTuning, tapTuned } from "../../plan/tuning_plan.ts";
import { toInput } from "../../raster/input.ts";
import type { Raster } from "../../raster/raster.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { gatherFeeds } from "../photo/given_inputs.ts";
import { requireLevels } from "../photo/input_check.ts";
import { takeSample } from "../photo/sample.ts";
import { openPartial, type PartialSession } from "../session/partial_session.ts";

/** A model that is loaded to be run on gratings, cut down to what is behind its activations. */
export interface TunedModel {
  /** Runs it, and gives the maps of each layer, [channels, height, width]; null where it does not run. */
  run(raster: Raster): Promise<readonly (Tensor | null)[]>;
  close(): Promise<void>;
}

/**
 * Loads what gratings need of a model, for input of their size.
 *
 * @throws {Error} If the runtime refuses it.
 */
export async function loadTuned(
  model: PlannedModel,
  { dims, cells }: PlannedTuning,
  effects: Pick<Effects, "files" | "images" | "runtime">,
): Promise<TunedModel> {
  const onnx = resizeInput(model.onnx, model.image!, dims);
  const taps = model.layers.map(({ conv }, i) => cells[i] === null ? null : tapTuned(conv));
  const { session, feeds, names } = await open({ ...model, onnx }, taps, effects);
  return {
    run: async (raster) => {
      const input = toInput(raster, model.preprocess.recipe);
      requireLevels(input, feeds.image);
      const batch = layoutBatch(input, feeds.image);
      const { outputs } = await session.run(feedBatch(feeds, batch));
      return taps.map((tap) => {
        const output = tap && outputs.get(names.get(tap.tensor)!);
        return output ? takeSample(output, feeds.image.batch).maps : null;
      });
    },
    close: () => session.close(),
  };
}

/** A loaded model, what it is fed with beside gratings, and what its tapped tensors are called. */
interface OpenModel {
  readonly session: PartialSession;
  readonly feeds: Feeds;
  readonly names: ReadonlyMap<string, string>;
}

async function open(
  model: PlannedModel & { readonly onnx: Model },
  wanted: readonly (Tap | null)[],
  effects: Pick<Effects, "files" | "images" | "runtime">,
): Promise<OpenModel> {
  const taps: Tap[] = [];
  for (const tap of wanted) if (tap !== null) addTap(taps, tap);
  const { inputs, outputs } = planCut(model.onnx, taps);
  const feeds = await gatherFeeds(model, inputs, effects);
  const session = await openPartial({
    model: model.onnx,
    taps,
    runtime: effects.runtime,
    fused: !isQuantized(model.onnx),
  });
  return { session, feeds, names: new Map(taps.map(({ tensor }, i) => [tensor, outputs[i]!])) };
}

// There, last bits decide to which step a number is rounded, and layer by layer they become whole ones.
function isQuantized({ graph: { nodes } }: Model): boolean {
  return nodes.some(({ op }) => /^Q|Quantize|Integer/.test(op));
}
