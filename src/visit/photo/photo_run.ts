import { type PhotoPlanes, preparePhoto, shrinkPhoto } from "../../analysis/map/photo_planes.ts";
import type { InputFiles, PlannedLayer, PlannedPhoto } from "../../plan/plan.ts";
import type { Raster } from "../../raster/raster.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { InputFinding, MapsFinding } from "../../report/finding.ts";
import { type Captured, holdCaptured } from "./captured.ts";
import { readInput } from "./fed_input.ts";
import { drawLayer, type DrawnFor, type Shrink } from "./layer_maps.ts";
import type { LoadedModel, TappedLayer } from "./loaded_model.ts";
import { placeLayers } from "../missing.ts";
import type { FedPhoto } from "../pixel/projection.ts";
import { findRefusals, listFaults, tellRefusals } from "../refusal.ts";
import { writeSeen } from "./seen_input.ts";
import { doSideBySide } from "../side_by_side.ts";
import { adviseSizes } from "./size_advice.ts";
import type { Visit } from "../visit.ts";
import { showsWhole } from "./whole_photo.ts";

/** What was found while a model ran on one photo. */
export interface PhotoRun {
  readonly input: InputFinding;
  readonly maps: ReadonlyMap<PlannedLayer, MapsFinding>;
  /** Why layers have no maps on it. */
  readonly faults: ReadonlyMap<PlannedLayer, Reason>;
  /** What the model was fed with, kept for its projections; null where there are none. */
  readonly fed: FedPhoto | null;
}

/**
 * Runs a model on one photo or array, writes it as the network saw it to `files`,
 * and draws and measures the maps of every tapped layer.
 */
export async function runPhoto(
  photo: PlannedPhoto,
  files: InputFiles,
  loaded: LoadedModel,
  visit: Visit,
): Promise<PhotoRun> {
  const { model, feeds, session, tapped } = loaded;
  const own = await readInput(photo, loaded, visit);
  const input = await writeSeen(own.seen, { photo, files, model }, visit);
  const fed = new Map([...feeds.constants, [feeds.image.feed, own.batch]]);
  const trace = loaded.trace(own.batch.dims);
  const step = { doing: null, seconds: visit.costs.run(model, photo) };
  const { outputs, obstacles } = await visit.work.step(step, () => session.run(fed));
  const refusals = findRefusals(
    model.onnx,
    tapped.map(({ planned }) => planned),
    adviseSizes(obstacles, loaded, { photo: own.photo, trace }),
  );
  tellRefusals(refusals, { model, photo }, visit);
  const shrink = own.photo === null ? () => null : prepareShrinking(own.photo);
  const drawnFor = { model, photo, shrink, copies: own.copies, trace };
  const { maps, faults } = await drawLayers({ fed, outputs }, tapped, drawnFor, visit);
  const kept = visit.plan.projections && own.input.dims.length === 3 && trace !== null
    ? { photo: photo.id, input: own.input, feeds, trace }
    : null;
  return { input, maps, faults: new Map([...listFaults(refusals), ...faults]), fed: kept };
}

// A layer whose maps cannot be drawn leaves those of the others as they are.
async function drawLayers(
  captured: Captured,
  tapped: readonly TappedLayer[],
  drawnFor: DrawnFor,
  visit: Visit,
): Promise<Pick<PhotoRun, "maps" | "faults">> {
  const { model, photo } = drawnFor;
  const maps = new Map<PlannedLayer, MapsFinding>();
  const faults = new Map<PlannedLayer, Reason>();
  const ran = tapped.filter(({ output }) => captured.outputs.has(output));
  const held = holdCaptured(captured, ran);
  const found = await doSideBySide(ran, visit, async (layer, own) => {
    const seconds = visit.costs.maps(model, layer.planned, photo);
    const draw = (): Promise<MapsFinding> => drawLayer(held, layer, drawnFor, own);
    try {
      return await visit.work.step({ doing: null, seconds }, draw);
    } catch (error) {
      own.fail(placeLayers(model, [layer.planned], photo), error);
      return findReason(error);
    }
  });
  ran.forEach(({ planned }, i) => {
    const each = found[i]!;
    if ("code" in each) faults.set(planned, each);
    else maps.set(planned, each);
  });
  return { maps, faults };
}

// Layers whose maps have one size share what is made of the photo.
function prepareShrinking(photo: Raster): Shrink {
  const prepared = preparePhoto(photo);
  const made = new Map<string, PhotoPlanes>();
  return ({ space: [height, width, ...more], field, of }) => {
    if (height === undefined || width === undefined || more.length > 0) return null;
    if (!showsWhole(field, photo, of)) return null;
    const key = `${height} ${width}`;
    const planes = made.get(key) ?? shrinkPhoto(prepared, { height, width });
    made.set(key, planes);
    return planes;
  };
}
