import type { Effects } from "../../effects.ts";
import { layoutBatch } from "../../onnx/input/photo_batch.ts";
import { resizeInput } from "../../onnx/input/resized_input.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import { type PlannedTuning, tapTuned } from "../../plan/tuning_plan.ts";
import { toInput } from "../../raster/input.ts";
import type { Raster } from "../../raster/raster.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { requireLevels } from "../../jobs/input_check.ts";
import { takeSample } from "../photo/sample.ts";
import { openTapped } from "../photo/tapped_model.ts";

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
  const { feeds, ...opened } = await openTapped({ ...model, onnx }, taps, effects);
  return {
    run: async (raster) => {
      const input = toInput(raster, model.preprocess.recipe);
      requireLevels(input, feeds.image);
      const outputs = await opened.run(layoutBatch(input, feeds.image));
      return outputs.map((output) => output && takeSample(output, feeds.image.batch).maps);
    },
    close: opened.close,
  };
}
