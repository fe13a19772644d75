import { planCoarseness } from "../../analysis/family/coarse_maps.ts";
import type { PhotoPlanes } from "../../analysis/map/photo_planes.ts";
import { type MapsInput, mapsJob } from "../../jobs/maps_job.ts";
import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import { findMapField, type FoundField } from "../../onnx/field/receptive_field.ts";
import { nameMapArray } from "../../plan/array_file.ts";
import { isPreviewed, PREVIEW_FILE } from "../../plan/preview.ts";
import { type Picture, planOther } from "../../plan/picture.ts";
import type { MapSource } from "../../plan/picture_kind.ts";
import type { Plan, PlannedLayer, PlannedModel, PlannedPhoto } from "../../plan/plan.ts";
import type { SharedByLayer, SharedInputs } from "../../plan/shared_inputs.ts";
import { nameMapValues, type ValueForm } from "../../plan/value_files.ts";
import { cutSlices } from "../../raster/sheet.ts";
import { assembleMaps } from "../../report/assemble_layer.ts";
import type { MapsFinding } from "../../report/finding.ts";
import { packCells } from "../../report/packed_cells.ts";
import { freeOwnBytes } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { findBoardStep, keepEvents } from "../board.ts";
import { type DrawnSubject, planDrawings } from "../draw.ts";
import { writeFiles } from "../made_files.ts";
import { findApart } from "../../onnx/field/field_places.ts";
import type { Visit } from "../visit.ts";
import type { HeldTensors } from "./captured.ts";
import { gatherReading, type LayerWeights, NO_WEIGHTS, readWeights } from "./cell_reading.ts";
import { keepCompared } from "./kept_maps.ts";
import type { TappedLayer } from "./loaded_model.ts";
import { type TakenMaps, takeShown } from "./taken_maps.ts";
import type { TriedLayers } from "./trials.ts";

/** What the maps of a layer are drawn for. */
export interface DrawnFor {
  readonly model: PlannedModel;
  readonly photo: PlannedPhoto;
  readonly shrink: Shrink;
  /** How many copies of the photo were fed at once. */
  readonly copies: number;
  /** What is read of the photo; null where the input takes none. */
  readonly trace: PhotoTrace | null;
  readonly shared: SharedByLayer;
  /** How maps changed in trials; empty where none were run. */
  readonly tried: TriedLayers;
}

/** The sizes of a map, what its cells read, and of how many samples it is. */
export interface SampledMap {
  readonly space: readonly number[];
  readonly field: FoundField;
  readonly of: number;
}

/** Gives what maps are compared with; null for an array, and for maps that do not show the photo as it lies. */
export type Shrink = (map: SampledMap) => PhotoPlanes | null;

/** Draws and measures the maps of a layer on one photo. */
export async function drawLayer(
  captured: HeldTensors,
  tapped: TappedLayer,
  drawnFor: DrawnFor,
  visit: Visit,
): Promise<MapsFinding> {
  const { planned } = tapped;
  const taken = captured.take(tapped, (tensors) => takeShown(tensors, tapped, drawnFor.copies));
  const field = findField(drawnFor.trace, planned);
  const { input, pictures, weights } = await gatherInput(
    { ...taken, field },
    planned,
    drawnFor,
    visit,
  );
  const made = await visit.effects.crew.do(mapsJob, input);
  if (weights.kernels !== null) freeOwnBytes(weights.kernels.data);
  await writeFiles(made.files, visit);
  const { dims } = taken.maps;
  const { height, width } = cutSlices([1, ...dims]);
  const samples = { shown: 1, of: taken.of };
  const { values, activatedValues, addsUp } = made;
  const kept = keepCompared(taken, planned, drawnFor.model, visit);
  const events = keepEvents(made.events, visit);
  const head = { photo: drawnFor.photo.id, height, width, samples };
  const measured = visit.effects.output.setAside({
    columns: assembleMaps(head, made),
    top: packCells(made.top),
    topInside: packCells(made.topInside),
  });
  const tried = drawnFor.tried.get(planned);
  return {
    ...head,
    dims,
    pictures,
    coarse: made.coarse && visit.effects.output.setAside(made.coarse),
    values,
    activatedValues,
    field,
    addsUp,
    measured,
    tried: tried === undefined ? null : visit.effects.output.setAside(tried),
    events,
    previewed: input.preview !== null,
    kept,
  };
}

function findField(trace: PhotoTrace | null, { conv }: PlannedLayer): FoundField {
  if (trace === null) return { missing: { code: "field-unknown" } };
  return findMapField(trace, conv.output);
}

/** What a job is given, and the pictures that it draws. */
interface GatheredInput extends Pick<MapsFinding, "pictures"> {
  readonly input: MapsInput;
  /** Those that are a part of it. */
  readonly weights: LayerWeights;
}

async function gatherInput(
  { maps, activated, inputs, reads, of, field }: TakenMaps & Pick<SampledMap, "field">,
  planned: PlannedLayer,
  { model, photo, shrink, shared }: DrawnFor,
  visit: Visit,
): Promise<GatheredInput> {
  const { plan, effects } = visit;
  const shown = { maps, activated, inputs };
  const other = shared.get(planned) ?? null;
  const part = of > 1 ? `, the first of ${of} samples` : "";
  const subject = { model, layer: planned, of: ` of ${photo.name}${part}`, photo: photo.id };
  const own = other === null ? shown : { maps, activated };
  const { pictures, drawings } = planDrawings(own, subject, visit);
  const isShown = isPreviewed(plan, photo);
  const needsWeights = isShown || inputs !== null ||
    (reads !== null && planned.conv.summing !== null);
  const weights = needsWeights ? await readWeights(planned, effects.runtime) : NO_WEIGHTS;
  const input = {
    maps,
    activated,
    apart: findApart(field),
    reading: reads && gatherReading({ maps, reads, weights }, planned, model),
    planes: shrink({ space: maps.dims.slice(1), field, of }),
    coarse: chooseSide(photo, plan.photos),
    circuit: inputs && { shape: planned.conv.shape!, kernels: weights.kernels!, inputs },
    drawings,
    values: plan.values === "none" ? null : planValues(plan.values, planned, photo),
    arrays: plan.npy ? listArrays(shown, planned, photo) : [],
    preview: isShown ? planPreview(subject, weights.kernels, plan) : null,
    spread: plan.board ? placeSpreads(planned, findBoardStep(photo.id, plan)) : null,
  };
  return {
    input,
    weights,
    pictures: [...pictures, ...referToInputs(inputs, other, { photo, plan })],
  };
}

function planPreview(
  { model, layer: { conv, folder, pictures }, of }: Pick<DrawnSubject, "model" | "layer" | "of">,
  weights: Tensor | null,
  { grid }: Pick<Plan, "grid">,
): NonNullable<MapsInput["preview"]> {
  const [picture] = pictures;
  return {
    path: `${folder}/${PREVIEW_FILE}`,
    caption: {
      title: `${model.name}, ${conv.name}: the first kernels and their maps${of}`,
      description: "each kernel and each map has its own range; made to stand for a link",
    },
    kernels: picture && weights ? { kind: picture.kind, weights } : null,
    options: { ...grid, channels: model.preprocess.recipe.channels },
  };
}

function chooseSide(photo: PlannedPhoto, photos: readonly PlannedPhoto[]): number | null {
  const { side, every } = planCoarseness(photos.length);
  return photos.indexOf(photo) % every === 0 ? side : null;
}

function referToInputs(
  inputs: Tensor | null,
  shared: SharedInputs | null,
  { photo, plan: { grid, small } }: { readonly photo: PlannedPhoto; readonly plan: Plan },
): Picture[] {
  if (inputs === null || shared === null) return [];
  const other = { layer: shared.layer.id, kind: shared.as };
  return [planOther("inputs", inputs.dims, { grid, small, photo: photo.id, other })];
}

function planValues(
  form: ValueForm,
  { folder }: PlannedLayer,
  { id }: PlannedPhoto,
): MapsInput["values"] {
  return {
    maps: { form, folder: nameMapValues(folder, "maps", id) },
    activated: { form, folder: nameMapValues(folder, "activated", id) },
  };
}

function placeSpreads({ id }: PlannedLayer, step: number): NonNullable<MapsInput["spread"]> {
  return {
    maps: { tag: `${id}/maps/values`, step },
    activated: { tag: `${id}/activated/values`, step },
  };
}

// A file for what pictures are painted from, however many they are.
function listArrays(
  shown: Readonly<Record<MapSource, Tensor | null>>,
  { folder }: PlannedLayer,
  { id }: PlannedPhoto,
): MapsInput["arrays"] {
  return Object.entries(shown).flatMap(([source, tensor]) =>
    tensor === null ? [] : [{ path: nameMapArray(folder, source, id), tensor }]
  );
}
