import { measureMaps } from "../../analysis/map/map_measures.ts";
import { type PhotoPlanes, preparePhoto, shrinkPhoto } from "../../analysis/map/photo_planes.ts";
import { findExcess } from "../../onnx/layer/excess.ts";
import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import { findMapField, type FoundField } from "../../onnx/field/receptive_field.ts";
import type { InputFiles, PlannedLayer, PlannedPhoto } from "../../plan/plan.ts";
import type { Raster } from "../../raster/raster.ts";
import { cutSlices } from "../../raster/sheet.ts";
import { createError, findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { InputFinding, MapsFinding } from "../../report/finding.ts";
import { computeWeights } from "../../survey/computed_constants.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { findPeaks } from "./peaks.ts";
import { traceCircuit } from "../pixel/circuit.ts";
import type { LoadedModel, TappedLayer } from "./loaded_model.ts";
import { type MapSubject, type ShownMaps, writeMaps } from "./map_files.ts";
import type { GraphRunner } from "../session/graph_runner.ts";
import { readInput } from "./fed_input.ts";
import { placeLayers } from "../missing.ts";
import { findRefusals, listFaults, tellRefusals } from "../refusal.ts";
import type { FedPhoto } from "../pixel/projection.ts";
import { takeSample } from "./sample.ts";
import { writeSeen } from "./seen_input.ts";
import { adviseSizes } from "./size_advice.ts";
import { showsWhole } from "./whole_photo.ts";
import type { Visit } from "../visit.ts";

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
  const { model, feeds, session, tapped, graphs } = loaded;
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
  const drawnFor = { model, photo, shrink, copies: own.copies, trace, graphs };
  const { maps, faults } = await drawLayers({ fed, outputs }, tapped, drawnFor, visit);
  const kept = visit.plan.projections && own.input.dims.length === 3 && trace !== null
    ? { photo: photo.id, input: own.input, feeds, trace }
    : null;
  return { input, maps, faults: new Map([...listFaults(refusals), ...faults]), fed: kept };
}

// A layer whose maps cannot be drawn leaves those of the others as they are.
async function drawLayers(
  tensors: Tensors,
  tapped: readonly TappedLayer[],
  drawnFor: DrawnFor,
  visit: Visit,
): Promise<Pick<PhotoRun, "maps" | "faults">> {
  const maps = new Map<PlannedLayer, MapsFinding>();
  const faults = new Map<PlannedLayer, Reason>();
  for (const layer of tapped.filter(({ output }) => tensors.outputs.has(output))) {
    const { model, photo } = drawnFor;
    const step = { doing: null, seconds: visit.costs.maps(model, layer.planned, photo) };
    const draw = (): Promise<MapsFinding> => drawLayer(tensors, layer, drawnFor, visit);
    try {
      maps.set(layer.planned, await visit.work.step(step, draw));
    } catch (error) {
      visit.fail(placeLayers(drawnFor.model, [layer.planned], drawnFor.photo), error);
      faults.set(layer.planned, findReason(error));
    }
  }
  return { maps, faults };
}

/** The sizes of a map, what its cells read, and of how many samples it is. */
interface SampledMap {
  readonly space: readonly number[];
  readonly field: FoundField;
  readonly of: number;
}

/** Gives what maps are compared with; null for an array, and for maps that do not show the photo as it lies. */
type Shrink = (map: SampledMap) => PhotoPlanes | null;

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

/** What the runtime was given and what it gave, by name. */
interface Tensors {
  readonly fed: ReadonlyMap<string, Tensor>;
  readonly outputs: ReadonlyMap<string, Tensor>;
}

/** What the maps of a layer are drawn for. */
interface DrawnFor extends Omit<MapSubject, "planned" | "of"> {
  readonly shrink: Shrink;
  /** How many copies of the photo were fed at once. */
  readonly copies: number;
  /** What is read of the photo; null where the input takes none. */
  readonly trace: PhotoTrace | null;
  readonly graphs: GraphRunner;
}

async function drawLayer(
  tensors: Tensors,
  tapped: TappedLayer,
  { shrink, copies, trace, graphs, ...subject }: DrawnFor,
  visit: Visit,
): Promise<MapsFinding> {
  const { planned } = tapped;
  const { of, reads, ...shown } = takeMaps(tensors, tapped, copies);
  const { maps, activated, inputs } = shown;
  const files = await writeMaps(shown, { ...subject, planned, of }, visit);
  const field = findField(trace, planned);
  const planes = shrink({ space: maps.dims.slice(1), field, of });
  const measures = measureMaps(maps, planes);
  const activatedMeasures = activated && measureMaps(activated, planes);
  const computed = await computeWeights(planned.conv, visit.effects.runtime);
  const run = { maps, activated, measures, activatedMeasures, field, reads, computed };
  const { height, width } = cutSlices([1, ...maps.dims]);
  return {
    photo: subject.photo.id,
    height,
    width,
    dims: maps.dims,
    samples: { shown: 1, of },
    ...files,
    measures,
    activated: activatedMeasures,
    field,
    ...findPeaks(subject.model.onnx, planned, run),
    circuit: inputs && await traceCircuit(
      planned.conv,
      { kernels: planned.conv.kernels!.evaluate(computed), inputs, maps },
      graphs,
    ),
  };
}

/** The maps of a layer, of how many samples they are the first, and all that it reads. */
interface TakenMaps extends ShownMaps {
  readonly of: number;
  /** What the layer reads; null where it is not captured. */
  readonly reads: Tensor | null;
}

function takeMaps(
  { fed, outputs }: Tensors,
  { output, after, input, reads }: TappedLayer,
  copies: number,
): TakenMaps {
  const { maps, of } = takeSample(outputs.get(output)!, copies);
  requireFew(maps);
  const behind = after === null ? undefined : outputs.get(after);
  const read = reads && ("fed" in reads ? fed.get(reads.fed) : outputs.get(reads.output));
  return {
    maps,
    of,
    activated: behind === undefined ? null : takeSample(behind, copies).maps,
    inputs: takeRead(input === null ? undefined : outputs.get(input)),
    reads: takeRead(read ?? undefined),
  };
}

// Of a layer whose weights are computed, the maps alone tell how many there are.
function requireFew({ dims: [outChannels = 0] }: Tensor): void {
  const excess = findExcess({ outChannels, inChannels: 0 });
  if (excess !== null) throw createError(RangeError, { code: "maps-not-drawn", reason: excess });
}

// Maps may be of padding and bias alone, where a layer reads no cell.
function takeRead(read: Tensor | undefined): Tensor | null {
  return read === undefined || read.data.length === 0 ? null : sliceAt(read, 0);
}

function findField(trace: PhotoTrace | null, { conv }: PlannedLayer): FoundField {
  if (trace === null) return { missing: { code: "field-unknown" } };
  return findMapField(trace, conv.output);
}
