import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import { createError, findReason } from "../../reason/error.ts";
import { keyOf, type Reason } from "../../reason/reason.ts";
import { placeModel } from "../../report/failure.ts";
import type { AnswerFinding, InputFinding, LayerFinding } from "../../report/finding.ts";
import { type LoadedModel, loadModel } from "./loaded_model.ts";
import type { Begun } from "../lanes.ts";
import { tellMissing } from "../missing.ts";
import { listFaults, tellRefusals } from "../refusal.ts";
import { runFitting } from "./fitting_run.ts";
import { collectInOrder, type HeldResult, holdFailures } from "../side_by_side.ts";
import { reckonPhoto } from "../../forecast/loads.ts";
import type { PhotoRun } from "./photo_run.ts";
import type { FedPhoto } from "../pixel/projection.ts";
import type { Visit } from "../visit.ts";
import type { Work } from "../work.ts";

/** What was found while a model ran on the photos; the maps are by layer. */
interface MapsFindings {
  readonly inputs: readonly InputFinding[];
  /** The classes that it gives each photo, as far as it does. */
  readonly answers: readonly AnswerFinding[];
  /** What the model was fed with, for its projections. */
  readonly fed: readonly FedPhoto[];
  readonly maps: readonly Pick<LayerFinding, "maps" | "mapsMissing">[];
}

/** Runs a model on every photo, and draws and measures the maps of its layers. */
export async function drawMaps(model: PlannedModel, visit: Visit): Promise<MapsFindings> {
  const tapped = model.layers.filter(({ conv }) => conv.tap !== null);
  tellMissing(model, model.layers, visit);
  if (tapped.length === 0) return collect(model, [], () => null);
  if (visit.plan.photos.length === 0) {
    const error = createError(Error, { code: "maps-not-drawn", reason: NO_PHOTO });
    visit.fail(placeModel(model.name), error, tapped);
    return collect(model, [], () => NO_PHOTO);
  }
  try {
    const { refused, done } = await visit.lanes.feed(() => beginMaps(model, tapped, visit));
    const runs = (await done).filter(isPresent);
    return collect(model, runs, (layer) => refused.get(layer) ?? findFault(runs, layer) ?? SEVERAL);
  } catch (error) {
    visit.fail(placeModel(model.name), error, tapped);
    return collect(model, [], () => findReason(error));
  }
}

const NO_PHOTO: Reason = { code: "no-photo" };
const SEVERAL: Reason = { code: "several-reasons" };

/** What a model gives on the photos on which it runs, and the layers that it gives on none. */
interface BegunMaps extends Begun<(PhotoRun | null)[]> {
  readonly refused: ReadonlyMap<PlannedLayer, Reason>;
}

// The last photo is still drawn when the next one runs; the model is let go when all have run.
async function beginMaps(
  model: PlannedModel,
  tapped: readonly PlannedLayer[],
  visit: Visit,
): Promise<BegunMaps> {
  const { photos } = visit.plan;
  const loaded = await loadModel(model, tapped, { effects: visit.effects, users: photos.length });
  try {
    tellRefusals(loaded.refusals, { model }, visit);
    const begun: HeldResult<PhotoRun | null>[] = [];
    for (const i of photos.keys()) begun.push(await beginPhoto(i, loaded, visit));
    return { refused: listFaults(loaded.refusals), done: collectInOrder(begun) };
  } finally {
    await loaded.session.close();
  }
}

// Comes back when all layers have begun.
async function beginPhoto(
  i: number,
  loaded: LoadedModel,
  visit: Visit,
): Promise<HeldResult<PhotoRun | null>> {
  const { model } = loaded;
  const photo = visit.plan.photos[i]!;
  const { own, tell } = holdFailures(visit);
  const begun = Promise.withResolvers<void>();
  const run = async (work: Work): Promise<PhotoRun> => {
    const { done } = await runFitting(photo, model.inputFiles[i]!, loaded, { ...own, work });
    begun.resolve();
    return await done;
  };
  const step = { doing: `run ${model.name} on ${photo.name}`, seconds: 0 };
  const load = reckonPhoto(model, photo, visit);
  const done = visit.work.part(load, (work) => work.step(step, () => run(work)))
    .catch((error) => {
      own.fail(placeModel(model.name, { photo: photo.name }), error);
      return null;
    });
  await Promise.race([begun.promise, done]);
  return { done, tell };
}

function collect(
  model: PlannedModel,
  runs: readonly PhotoRun[],
  explain: (layer: PlannedLayer) => Reason | null,
): MapsFindings {
  return {
    inputs: runs.map(({ input }) => input),
    answers: runs.flatMap(({ input: { photo }, answer }) => answer ? [{ photo, ...answer }] : []),
    fed: runs.flatMap(({ fed }) => fed ?? []),
    maps: model.layers.map((layer) => {
      const maps = runs.map((run) => run.maps.get(layer)).filter(isPresent);
      return {
        maps,
        mapsMissing: maps.length > 0 ? null : layer.conv.mapsMissing ?? explain(layer),
      };
    }),
  };
}

// Of a layer that failed on every photo for the same reason.
function findFault(runs: readonly PhotoRun[], layer: PlannedLayer): Reason | null {
  const faults = runs.map((run) => run.faults.get(layer) ?? null);
  const [fault = null, ...others] = Map.groupBy(faults, (each) => each && keyOf(each)).values();
  return others.length === 0 ? fault && fault[0]! : null;
}

function isPresent<Found>(found: Found | null | undefined): found is Found {
  return found !== null && found !== undefined;
}
