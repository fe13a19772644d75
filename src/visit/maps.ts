import type { Session } from "../effects.ts";
import { cutModel, type Tap } from "../onnx/cut.ts";
import { type Feeds, findFeeds } from "../onnx/feed.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import {
  explainError,
  type InputFinding,
  type LayerFinding,
  type MapsFinding,
} from "../report/finding.ts";
import { type PhotoRun, runPhoto } from "./photo_run.ts";
import type { Visit } from "./visit.ts";

/** What was found while a model ran on the photos; the maps are by layer. */
interface MapsFindings {
  readonly inputs: readonly InputFinding[];
  readonly maps: readonly Pick<LayerFinding, "maps" | "mapsMissing">[];
}

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

/** Runs a model on every photo, and draws and measures the maps of its layers. */
export async function drawMaps(model: PlannedModel, visit: Visit): Promise<MapsFindings> {
  const tapped = model.layers.filter(({ layer }) => layer.tap !== null);
  if (tapped.length === 0 || visit.plan.photos.length === 0) return collect(model, [], null);
  try {
    const loaded = await loadModel(model, tapped, visit);
    try {
      return collect(model, await runPhotos(loaded, visit), "no photo could be run");
    } finally {
      await loaded.session.close();
    }
  } catch (error) {
    visit.fail(model.name, error);
    return collect(model, [], explainError(error));
  }
}

async function loadModel(
  model: PlannedModel,
  layers: readonly PlannedLayer[],
  { effects }: Visit,
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
  return { model, tapped, feeds, session: await effects.runtime.open(submodel) };
}

async function runPhotos(loaded: LoadedModel, visit: Visit): Promise<PhotoRun[]> {
  const runs: PhotoRun[] = [];
  for (const [i, photo] of visit.plan.photos.entries()) {
    visit.step(`run ${loaded.model.name} on ${photo.name}`);
    try {
      runs.push(await runPhoto(photo, loaded.model.inputFiles[i]!, loaded, visit));
    } catch (error) {
      visit.fail(`${loaded.model.name} on ${photo.name}`, error);
    }
  }
  return runs;
}

function collect(
  model: PlannedModel,
  runs: readonly PhotoRun[],
  unlessRun: string | null,
): MapsFindings {
  return {
    inputs: runs.map(({ input }) => input),
    maps: model.layers.map((layer) => {
      const maps = runs.map((run) => run.maps.get(layer)).filter(isPresent);
      return { maps, mapsMissing: maps.length > 0 ? null : layer.layer.mapsMissing ?? unlessRun };
    }),
  };
}

function isPresent(finding: MapsFinding | undefined): finding is MapsFinding {
  return finding !== undefined;
}
