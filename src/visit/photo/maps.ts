import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import { createError, findReason } from "../../reason/error.ts";
import { keyOf, type Reason } from "../../reason/reason.ts";
import { placeModel } from "../../report/failure.ts";
import type { InputFinding, LayerFinding, MapsFinding } from "../../report/finding.ts";
import { type LoadedModel, loadModel } from "./loaded_model.ts";
import { tellMissing } from "../missing.ts";
import { listFaults, tellRefusals } from "../refusal.ts";
import { runFitting } from "./fitting_run.ts";
import { reckonPhoto } from "../../forecast/loads.ts";
import type { PhotoRun } from "./photo_run.ts";
import type { FedPhoto } from "../pixel/projection.ts";
import type { Visit } from "../visit.ts";
import type { Work } from "../work.ts";

/** What was found while a model ran on the photos; the maps are by layer. */
interface MapsFindings {
  readonly inputs: readonly InputFinding[];
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
    const loaded = await loadModel(model, tapped, visit.effects);
    try {
      tellRefusals(loaded.refusals, { model }, visit);
      const refused = listFaults(loaded.refusals);
      const runs = await runPhotos(loaded, visit);
      return collect(
        model,
        runs,
        (layer) => refused.get(layer) ?? findFault(runs, layer) ?? SEVERAL,
      );
    } finally {
      await loaded.session.close();
    }
  } catch (error) {
    visit.fail(placeModel(model.name), error, tapped);
    return collect(model, [], () => findReason(error));
  }
}

const NO_PHOTO: Reason = { code: "no-photo" };
const SEVERAL: Reason = { code: "several-reasons" };

async function runPhotos(loaded: LoadedModel, visit: Visit): Promise<PhotoRun[]> {
  const runs: PhotoRun[] = [];
  for (const [i, photo] of visit.plan.photos.entries()) {
    const load = reckonPhoto(loaded.model, photo, visit.costs);
    const files = loaded.model.inputFiles[i]!;
    const step = { doing: `run ${loaded.model.name} on ${photo.name}`, seconds: 0 };
    const run = (work: Work): Promise<PhotoRun> =>
      work.step(step, () => runFitting(photo, files, loaded, { ...visit, work }));
    try {
      runs.push(await visit.work.part(load, run));
    } catch (error) {
      visit.fail(placeModel(loaded.model.name, { photo: photo.name }), error);
    }
  }
  return runs;
}

function collect(
  model: PlannedModel,
  runs: readonly PhotoRun[],
  explain: (layer: PlannedLayer) => Reason | null,
): MapsFindings {
  return {
    inputs: runs.map(({ input }) => input),
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

function isPresent(finding: MapsFinding | undefined): finding is MapsFinding {
  return finding !== undefined;
}
