import { measureTuning, type TuningMaxima } from "../../analysis/tuning/layer_tuning.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import type { PlannedTuning } from "../../plan/tuning_plan.ts";
import { findReason } from "../../reason/error.ts";
import type { LayerFinding, ModelFinding } from "../../report/finding.ts";
import type { TuningColumns } from "../../report/layer_report.ts";
import type { Visit } from "../visit.ts";
import { paintStimuli } from "./stimuli.ts";
import { loadTuned } from "./tuned_model.ts";

/** What was found of a model's tuning; that of layers is in their order. */
interface TuningFindings extends Pick<ModelFinding, "tuning"> {
  readonly layers: readonly LayerFinding["tuning"][];
}

/** Runs gratings through a model, and measures what the kernels of each layer are tuned to. */
export async function tuneModel(model: PlannedModel, visit: Visit): Promise<TuningFindings> {
  const { tuning } = model;
  const none = model.layers.map(() => null);
  if ("missing" in tuning) return { tuning, layers: none };
  const { lanes, work, costs, effects: { output } } = visit;
  const step = { doing: `run ${model.name} on gratings`, seconds: costs.tuning(model) };
  let tuned: readonly (TuningColumns | null)[];
  try {
    tuned = await lanes.feed(() => work.step(step, () => tuneLayers(model, tuning, visit)));
  } catch (error) {
    return {
      tuning: { missing: { code: "tuning-fails", reason: findReason(error) } },
      layers: none,
    };
  }
  return { tuning, layers: tuned.map((each) => each && output.setAside(each)) };
}

async function tuneLayers(
  model: PlannedModel,
  tuning: PlannedTuning,
  { effects }: Visit,
): Promise<(TuningColumns | null)[]> {
  const { size, axes, cells } = tuning;
  const pictures: (readonly (Float32Array | null)[])[] = [];
  const loaded = await loadTuned(model, tuning, effects);
  try {
    for (const raster of paintStimuli(size, axes)) {
      pictures.push(await loaded.run(raster));
    }
  } finally {
    await loaded.close();
  }
  return cells.map((each, i) => {
    const maxima = sortMaxima(pictures.map((layers) => layers[i]!), axes);
    return maxima && { ...axes, inside: each!.inside, ...measureTuning(maxima, axes) };
  });
}

function sortMaxima(
  [grey, ...others]: readonly (Float32Array | null)[],
  { hues }: PlannedTuning["axes"],
): TuningMaxima | null {
  if (!grey || others.includes(null)) return null;
  const known = others as readonly Float32Array[];
  const count = known.length - hues.length;
  return { grey, gratings: known.slice(0, count), hues: known.slice(count) };
}
