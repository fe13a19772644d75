import { findComparedLayers } from "./compared_layers.ts";
import type { Costs } from "./costs.ts";
import type { PlannedComparison } from "../plan/comparison_plan.ts";
import { type AlikePatches, groupPatches } from "../plan/dataset/dataset_plan.ts";
import { HELD_BYTES, type PlannedTiles } from "../plan/dataset/tile_files.ts";
import type { Plan, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import { isProjected } from "../plan/projected.ts";
import { chooseTried } from "../plan/tried_photos.ts";
import { SECONDS } from "./rates.ts";

/** How much work something is. */
export interface Load {
  /** How many steps it takes. */
  readonly steps: number;
  /** How long it is expected to take. */
  readonly seconds: number;
}

/** The load of nothing. */
export const NO_LOAD: Load = { steps: 0, seconds: 0 };

/** Adds loads up. */
export function addLoads(...loads: readonly Load[]): Load {
  return loads.reduce((sum, { steps, seconds }) => {
    return { steps: sum.steps + steps, seconds: sum.seconds + seconds };
  }, NO_LOAD);
}

/** What loads are reckoned from. */
interface Reckoning {
  readonly plan: Plan;
  readonly costs: Costs;
}

/** Reckons the load of a whole report. */
export function reckonReport({ plan, costs }: Reckoning): Load {
  const models = plan.models.map((model) => reckonModel(model, { plan, costs }));
  const comparisons = plan.comparisons.map((each) => reckonComparison(each, { plan, costs }));
  const measured = plan.models.map((model) => reckonMeasured(model, { plan, costs }));
  const patches = groupPatches(plan.dataset).map(reckonPatches);
  return addLoads(...models, ...measured, ...patches, ...comparisons, reckonPages({ plan, costs }));
}

/** Reckons the load of cutting patches from photos: a step for each that is read in a pass. */
export function reckonPatches(alike: AlikePatches): Load {
  const tiles = alike.flatMap(({ patches }) => [...patches.layers.values()])
    .flatMap(({ strongest, middle }) => middle === null ? [strongest] : [strongest, middle]);
  const count = tiles.reduce((sum, { kernels, each }) => sum + kernels * each, 0);
  const passes = Math.ceil(tiles.reduce((sum, each) => sum + countHeld(each), 0) / HELD_BYTES);
  const steps = passes * alike[0].patches.photos.most;
  return { steps, seconds: steps * SECONDS.patchedPhoto + count * SECONDS.patch };
}

function countHeld({ files }: PlannedTiles): number {
  return files.reduce((sum, { width, height }) => sum + 3 * width * height, 0);
}

/** Reckons the load of measuring a model on a dataset: a step a photo; none where a tally tells of it. */
export function reckonMeasured(model: PlannedModel, { plan, costs }: Reckoning): Load {
  const { dataset } = plan;
  if (dataset === null || dataset.tally !== null) return NO_LOAD;
  const { photos } = dataset.facts;
  return { steps: photos, seconds: photos * costs.measured(model, plan) };
}

/** Reckons the load of comparing two models: those layers that go together. */
export function reckonComparison(
  comparison: PlannedComparison,
  { plan, costs }: Reckoning,
): Load {
  const { model, layers } = findComparedLayers(comparison, plan);
  return addLoads(
    reckonSteps([0]),
    reckonParts(layers.map((layer) => costs.comparedMaps(model, layer, plan.photos))),
    reckonParts(layers.map(costs.comparedKernels)),
  );
}

/**
 * Reckons the load of visiting a model: a step for the kernels of each layer, one for composing those
 * of the deeper ones, one for each photo that it runs on, and one for each layer whose activations
 * are projected back.
 */
export function reckonModel(model: PlannedModel, { plan, costs }: Reckoning): Load {
  const projected = model.layers.filter((layer) => isProjected(layer, plan));
  return addLoads(
    reckonSteps(model.layers.map(costs.kernels)),
    reckonPhotos(model, { plan, costs }),
    reckonSteps([costs.composing(model), costs.tuning(model)].filter((load) => load > 0)),
    reckonParts(model.layers.map((layer) => costs.composed(model, layer) + costs.study(layer))),
    reckonSteps(projected.map((layer) => costs.projections(model, layer))),
  );
}

/** Reckons the load of running a model on all photos. */
export function reckonPhotos(model: PlannedModel, { plan, costs }: Reckoning): Load {
  const runs = model.layers.some(({ conv }) => conv.tap !== null) ? plan.photos : [];
  return addLoads(...runs.map((photo) => reckonPhoto(model, photo, { plan, costs })));
}

/** Reckons the load of running a model on a photo. */
export function reckonPhoto(
  model: PlannedModel,
  photo: PlannedPhoto,
  { plan, costs }: Reckoning,
): Load {
  const tapped = model.layers.filter(({ conv }) => conv.tap !== null);
  const maps = tapped.map((layer) => costs.maps(model, layer, photo));
  const trials = chooseTried(plan).includes(photo) ? [costs.trials(model, photo)] : [];
  return addLoads(reckonSteps([costs.run(model, photo)]), reckonParts([...trials, ...maps]));
}

/** Reckons the load of writing the pages. */
export function reckonPages({ plan: { models, photos }, costs }: Reckoning): Load {
  const layers = models.flatMap((model) => model.layers);
  return addLoads(
    reckonSteps([0]),
    reckonParts(layers.map((layer) => costs.pages(layer, photos.length))),
  );
}

function reckonSteps(seconds: readonly number[]): Load {
  return { ...reckonParts(seconds), steps: seconds.length };
}

// Parts of steps are no steps of their own.
function reckonParts(seconds: readonly number[]): Load {
  return { steps: 0, seconds: seconds.reduce((sum, each) => sum + each, 0) };
}
