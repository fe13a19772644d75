import type { Effects } from "../../effects.ts";
import type { Tap } from "../../onnx/graph/tap.ts";
import { layoutBatch } from "../../onnx/input/photo_batch.ts";
import { resizeInput } from "../../onnx/input/resized_input.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import { type PlannedTuning, tapTuned } from "../../plan/tuning_plan.ts";
import { toInput } from "../../raster/input.ts";
import type { Raster } from "../../raster/raster.ts";
import { freeTensors } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { requireLevels } from "../../jobs/input_check.ts";
import { takeSample } from "../photo/sample.ts";
import { openTapped, type TappedModel } from "../photo/tapped_model.ts";
import { findMapMaxima, takeMapMaxima } from "./map_maxima.ts";

/** A model that is loaded to be run on gratings, cut down to what is behind its activations. */
export interface TunedModel {
  /** Runs it, and gives the largest number of each map of each layer among the cells that count; null where it does not run. */
  run(raster: Raster): Promise<readonly (Float32Array | null)[]>;
  close(): Promise<void>;
}

/**
 * Loads what gratings need of a model, for input of their size. The runtime tells the largest numbers,
 * so that the maps themselves need no room; those that are not finite throughout are looked at here.
 *
 * @throws {Error} If the runtime refuses it.
 */
export async function loadTuned(
  model: PlannedModel,
  tuning: PlannedTuning,
  effects: Pick<Effects, "files" | "images" | "runtime">,
): Promise<TunedModel> {
  const onnx = resizeInput(model.onnx, model.image!, tuning.dims);
  const open = (of: TapKind): Promise<TappedModel> =>
    openTapped({ ...model, onnx }, listTaps(model, tuning, of), effects);
  const told = await open("largest");
  let whole: TappedModel | null = null;
  return {
    run: async (raster) => {
      const input = toInput(raster, model.preprocess.recipe);
      requireLevels(input, told.feeds.image);
      const maps = await runOn(told, input);
      const maxima = maps.map((each) => each && takeMapMaxima(each));
      if (maxima.every((each, i) => each !== null || maps[i] === null)) return maxima;
      whole ??= await open("maps");
      const seen = await runOn(whole, input);
      const found = seen.map((each, i) => each && findMapMaxima(each, tuning.cells[i]!));
      freeTensors(seen);
      return found;
    },
    close: async () => {
      await told.close();
      await whole?.close();
    },
  };
}

/** What is asked of each layer: the largest number of each map, or its maps. */
type TapKind = "largest" | "maps";

function listTaps(
  { layers }: PlannedModel,
  { cells }: PlannedTuning,
  of: TapKind,
): (Tap | null)[] {
  return layers.map(({ conv }, i) => {
    const [tap, largestOf] = [tapTuned(conv), cells[i] ?? null];
    if (tap === null || largestOf === null) return null;
    return of === "maps" ? tap : { ...tap, largestOf };
  });
}

async function runOn({ run, feeds: { image } }: TappedModel, input: Tensor): Promise<Maps> {
  const outputs = await run(layoutBatch(input, image));
  return outputs.map((output) => output && takeSample(output, image.batch).maps);
}

type Maps = readonly (Tensor | null)[];
