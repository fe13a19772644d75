import { measureMaps } from "../../analysis/map/map_measures.ts";
import { type PhotoPlanes, preparePhoto, shrinkPhoto } from "../../analysis/map/photo_planes.ts";
import { findExcess } from "../../onnx/layer/excess.ts";
import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import { findMapField, type FoundField } from "../../onnx/field/receptive_field.ts";
import { planMapsPicture } from "../../plan/map_picture.ts";
import type { MapPicture } from "../../plan/picture.ts";
import type { InputFiles, PlannedLayer, PlannedModel, PlannedPhoto } from "../../plan/plan.ts";
import { nameMapValues } from "../../plan/value_files.ts";
import type { Raster } from "../../raster/raster.ts";
import { explainError } from "../../report/failure.ts";
import type { InputFinding, MapsFinding } from "../../report/finding.ts";
import { computeWeights } from "../../survey/computed_constants.ts";
import { encodeNpy } from "../../tensor/npy.ts";
import { isRectified } from "../../tensor/rectify.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { drawPicture } from "../draw.ts";
import { findPeaks } from "./peaks.ts";
import { traceCircuit } from "../pixel/circuit.ts";
import type { LoadedModel, TappedLayer } from "./loaded_model.ts";
import type { GraphRunner } from "../session/graph_runner.ts";
import { readInput } from "./fed_input.ts";
import { nameLayers } from "../missing.ts";
import { findRefusals, listFaults, tellRefusals } from "../refusal.ts";
import type { FedPhoto } from "../pixel/projection.ts";
import { takeSample } from "./sample.ts";
import { writeSeen } from "./seen_input.ts";
import { adviseSizes } from "./size_advice.ts";
import { showsWhole } from "./whole_photo.ts";
import { writeValueFiles } from "../value_files.ts";
import type { Visit } from "../visit.ts";

/** What was found while a model ran on one photo. */
export interface PhotoRun {
  readonly input: InputFinding;
  readonly maps: ReadonlyMap<PlannedLayer, MapsFinding>;
  /** Why layers have no maps on it. */
  readonly faults: ReadonlyMap<PlannedLayer, string>;
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
  const finding = await writeSeen(own.seen, { photo, files, model }, visit);
  const fed = new Map([...feeds.constants, [feeds.image.feed, own.batch]]);
  const trace = loaded.trace(own.batch.dims);
  const { outputs, obstacles } = await session.run(fed);
  const layers = tapped.map(({ planned }) => planned);
  const refusals = findRefusals(
    model.onnx,
    layers,
    adviseSizes(obstacles, loaded, { photo: own.photo, trace }),
  );
  tellRefusals(refusals, { model, photo }, visit);
  const shrink = own.photo === null ? () => null : prepareShrinking(own.photo);
  const maps = new Map<PlannedLayer, MapsFinding>();
  const faults = listFaults(refusals);
  const drawnFor = { model, photo, shrink, copies: own.copies, trace, graphs };
  for (const layer of tapped.filter(({ output }) => outputs.has(output))) {
    try {
      maps.set(layer.planned, await drawLayer({ fed, outputs }, layer, drawnFor, visit));
    } catch (error) {
      visit.fail(`${nameLayers(model, [layer.planned])} on ${photo.name}`, error);
      faults.set(layer.planned, explainError(error));
    }
  }
  const { input } = own;
  const kept = visit.plan.projections && input.dims.length === 3 && trace !== null
    ? { photo: photo.id, input, feeds, trace }
    : null;
  return { input: finding, maps, faults, fed: kept };
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
interface DrawnFor extends Omit<Subject, "planned" | "of"> {
  readonly shrink: Shrink;
  /** How many copies of the photo were fed at once. */
  readonly copies: number;
  /** What is read of the photo; null where the input takes none. */
  readonly trace: PhotoTrace | null;
  readonly graphs: GraphRunner;
}

async function drawLayer(
  { fed, outputs }: Tensors,
  { planned, output, after, input, reads }: TappedLayer,
  { shrink, copies, trace, graphs, ...subject }: DrawnFor,
  visit: Visit,
): Promise<MapsFinding> {
  const { maps, of } = takeSample(outputs.get(output)!, copies);
  requireFew(maps);
  const drawn = { ...subject, planned, of };
  const behind = after === null ? undefined : outputs.get(after);
  const activated = behind === undefined ? null : takeSample(behind, copies).maps;
  await drawTiles("maps", maps, drawn, visit);
  if (activated !== null) await drawTiles("activated", activated, drawn, visit);
  const rectified = activated !== null && isRectified(activated.data, maps.data);
  const name = (kind: "maps" | "activated"): string =>
    nameMapValues(planned.folder, kind, subject.photo.id);
  await writeValueFiles(name("maps"), maps, visit);
  if (activated !== null && !rectified) await writeValueFiles(name("activated"), activated, visit);
  const inputs = takeRead(input === null ? undefined : outputs.get(input));
  if (inputs !== null) await drawTiles("inputs", inputs, drawn, visit);
  const field = findField(trace, planned);
  const planes = shrink({ space: maps.dims.slice(1), field, of });
  const measures = measureMaps(maps, planes);
  const read = reads && ("fed" in reads ? fed.get(reads.fed) : outputs.get(reads.output));
  const activatedMeasures = activated && measureMaps(activated, planes);
  const run = {
    maps,
    activated,
    measures,
    activatedMeasures,
    field,
    reads: takeRead(read ?? undefined),
    computed: await computeWeights(planned.conv, visit.effects.runtime),
  };
  return {
    photo: subject.photo.id,
    dims: maps.dims,
    samples: { shown: 1, of },
    measures,
    activated: activatedMeasures,
    rectified,
    field,
    ...findPeaks(subject.model.onnx, planned, run),
    inputs: inputs && inputs.dims,
    circuit: inputs && await traceCircuit(
      planned.conv,
      { kernels: planned.conv.kernels!.evaluate(run.computed), inputs, maps },
      graphs,
    ),
  };
}

// Of a layer whose weights are computed, the maps alone tell how many there are.
function requireFew({ dims: [outChannels = 0] }: Tensor): void {
  const excess = findExcess({ outChannels, inChannels: 0 });
  if (excess !== null) throw new RangeError(`Cannot draw maps: ${excess}`);
}

// Maps may be of padding and bias alone, where a layer reads no cell.
function takeRead(read: Tensor | undefined): Tensor | null {
  return read === undefined || read.data.length === 0 ? null : sliceAt(read, 0);
}

function findField(trace: PhotoTrace | null, { conv }: PlannedLayer): FoundField {
  if (trace === null) return { missing: "its receptive field is not known" };
  return findMapField(trace, conv.output);
}

/** What a picture of maps is drawn for. */
interface Subject {
  readonly model: PlannedModel;
  readonly planned: PlannedLayer;
  readonly photo: PlannedPhoto;
  /** Of how many samples of the photo it shows the first. */
  readonly of: number;
}

async function drawTiles(
  kind: MapPicture["kind"],
  maps: Tensor,
  { model, planned, photo, of }: Subject,
  visit: Visit,
): Promise<void> {
  const { plan, effects } = visit;
  const picture = planMapsPicture(kind, photo.id, maps.dims, plan.grid);
  const title = nameMaps(kind, planned);
  const part = of > 1 ? `, the first of ${of} samples` : "";
  const subject = { model, layer: planned, title: `${title} of ${photo.name}${part}` };
  await drawPicture(picture, maps, subject, visit);
  if (!plan.npy) return;
  const file = `${planned.folder}/${picture.file.replace(/\.png$/, ".npy")}`;
  await effects.output.write(file, encodeNpy(maps));
}

function nameMaps(kind: MapPicture["kind"], { conv }: PlannedLayer): string {
  switch (kind) {
    case "maps":
      return "feature maps";
    case "activated":
      return describeChain(conv);
    case "inputs":
      return "the maps that it reads";
  }
}

function describeChain({ chain }: PlannedLayer["conv"]): string {
  const { operators, added } = chain!;
  const sum = added === null ? "" : `, the first of ${added}`;
  return `feature maps after ${operators.join(", ")}${sum}`;
}
