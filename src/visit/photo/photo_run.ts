import { feedBatch } from "../../onnx/input/feed.ts";
import type { ClassAnswer } from "../../analysis/class_answer.ts";
import { type PhotoPlanes, preparePhoto, shrinkPhoto } from "../../analysis/map/photo_planes.ts";
import type { InputFiles, PlannedLayer, PlannedPhoto } from "../../plan/plan.ts";
import { chooseTried } from "../../plan/tried_photos.ts";
import { findSharedInputs, type SharedByLayer } from "../../plan/shared_inputs.ts";
import type { Raster } from "../../raster/raster.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import { placeModel } from "../../report/failure.ts";
import type { InputFinding, MapsFinding } from "../../report/finding.ts";
import { type HeldTensors, holdCaptured } from "./captured.ts";
import { type FedInput, readInput } from "./fed_input.ts";
import { drawLayer, type DrawnFor, type Shrink } from "./layer_maps.ts";
import type { Begun } from "../lanes.ts";
import type { LoadedModel, TappedLayer } from "./loaded_model.ts";
import { placeLayers } from "../missing.ts";
import type { FedPhoto } from "../pixel/projection.ts";
import { findRefusals, listFaults, tellRefusals } from "../refusal.ts";
import { readAnswer } from "./photo_answer.ts";
import { runTrials, type TrialSubject, type TriedLayers } from "./trials.ts";
import { dropLost } from "./lost_inputs.ts";
import { writeSeen } from "./seen_input.ts";
import type { Obstacle } from "../session/obstacle.ts";
import { beginEach } from "../side_by_side.ts";
import { adviseSizes } from "./size_advice.ts";
import type { Visit } from "../visit.ts";
import { showsWhole } from "./whole_photo.ts";

/** What was found while a model ran on one photo. */
export interface PhotoRun {
  readonly input: InputFinding;
  readonly maps: ReadonlyMap<PlannedLayer, MapsFinding>;
  /** Why layers have no maps on it. */
  readonly faults: ReadonlyMap<PlannedLayer, Reason>;
  /** The classes that the model gives it; null where it gives none, or they are not run. */
  readonly answer: ClassAnswer | null;
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
): Promise<Begun<PhotoRun>> {
  const { model, feeds } = loaded;
  const own = await readInput(photo, loaded, visit);
  const input = await writeSeen(own.seen, { photo, files, model }, visit);
  const trace = loaded.trace(own.batch.dims);
  const { tried, ...captured } = await captureAndTry({ photo, own, trace }, loaded, visit);
  await loaded.session.release();
  const refusals = findRefusals(
    model.onnx,
    loaded.tapped.map(({ planned }) => planned),
    adviseSizes(captured.obstacles, loaded, { photo: own.photo, trace }),
  );
  tellRefusals(refusals, { model, photo }, visit);
  const shrink = own.photo === null ? () => null : prepareShrinking(own.photo);
  const shared = findSharedInputs(captured.held.layers.map(({ planned }) => planned));
  const drawnFor = { model, photo, shrink, copies: own.copies, trace, shared, tried };
  const { done } = await beginLayers(captured.held, drawnFor, visit);
  const fed = visit.plan.projections && own.input.dims.length === 3 && trace !== null
    ? { photo: photo.id, input: own.input, feeds, trace }
    : null;
  const known = { refused: listFaults(refusals), shared };
  const found = { input, answer: captured.answer, fed };
  return { done: done.then((drawn) => ({ ...found, ...sortLayers(drawn, known) })) };
}

/** A photo as a model is run on it. */
interface ShownPhoto extends Pick<TrialSubject, "trace"> {
  readonly photo: PlannedPhoto;
  readonly own: FedInput;
}

/** What was captured of a photo, and what stood in the way of the rest. */
interface CapturedPhoto {
  readonly held: HeldTensors;
  readonly answer: ClassAnswer | null;
  readonly obstacles: readonly Obstacle[];
  readonly tried: TriedLayers;
}

// All outputs end with it: what is held of them goes as the layers take it.
async function captureAndTry(
  shown: ShownPhoto,
  loaded: LoadedModel,
  visit: Visit,
): Promise<CapturedPhoto> {
  const step = { doing: null, seconds: visit.costs.run(loaded.model, shown.photo) };
  const { outputs, ...captured } = await visit.work.step(step, () => capture(shown.own, loaded));
  return { ...captured, tried: await tryPhoto({ ...shown, outputs }, loaded, visit) };
}

async function capture(
  { batch, copies }: FedInput,
  { model, feeds, session, tapped, answer: name }: LoadedModel,
): Promise<Omit<CapturedPhoto, "tried"> & Pick<TrialSubject, "outputs">> {
  const fed = feedBatch(feeds, batch);
  const { outputs, obstacles } = await session.run(fed);
  const answer = name && readAnswer(model.classes, outputs.get(name), copies) || null;
  return { outputs, held: holdCaptured({ fed, outputs }, tapped), answer, obstacles };
}

// What fails in a trial leaves the maps of the photo as they are.
async function tryPhoto(
  { photo, own, trace, outputs }: ShownPhoto & Pick<TrialSubject, "outputs">,
  loaded: LoadedModel,
  visit: Visit,
): Promise<TriedLayers> {
  const { model } = loaded;
  const none: TriedLayers = new Map();
  if (own.photo === null || !chooseTried(visit.plan).includes(photo)) return none;
  const subject = { photo: own.photo, copies: own.copies, trace, outputs };
  const step = { doing: null, seconds: visit.costs.trials(model, photo) };
  try {
    return await visit.work.step(step, () => runTrials(subject, loaded));
  } catch (error) {
    visit.fail(placeModel(model.name, { photo: photo.name }), error);
    return none;
  }
}

/** A layer, and what was found about its maps, or why there are none. */
type DrawnLayer = readonly [PlannedLayer, MapsFinding | Reason];

// A layer whose maps cannot be drawn leaves those of the others as they are.
function beginLayers(
  held: HeldTensors,
  drawnFor: DrawnFor,
  visit: Visit,
): Promise<Begun<DrawnLayer[]>> {
  const { model, photo } = drawnFor;
  const task = async (layer: TappedLayer, own: Visit): Promise<DrawnLayer> => {
    const { planned } = layer;
    const seconds = visit.costs.maps(model, planned, photo);
    const draw = (): Promise<MapsFinding> => drawLayer(held, layer, drawnFor, own);
    try {
      return [planned, await visit.work.step({ doing: null, seconds }, draw)];
    } catch (error) {
      own.fail(placeLayers(model, [planned], photo), error);
      return [planned, findReason(error)];
    } finally {
      held.release(layer);
    }
  };
  return beginEach(held.layers, { sizeOf: held.sizeOf, task }, visit);
}

/** What is known of the layers of a photo before they are drawn. */
interface KnownLayers {
  readonly refused: ReadonlyMap<PlannedLayer, Reason>;
  readonly shared: SharedByLayer;
}

function sortLayers(
  drawn: readonly DrawnLayer[],
  { refused, shared }: KnownLayers,
): Pick<PhotoRun, "maps" | "faults"> {
  const maps = new Map<PlannedLayer, MapsFinding>();
  const faults = new Map(refused);
  for (const [planned, found] of drawn) {
    if ("code" in found) faults.set(planned, found);
    else maps.set(planned, found);
  }
  return { maps: dropLost(maps, shared), faults };
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
