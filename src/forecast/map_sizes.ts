import { findExcess } from "../onnx/layer/excess.ts";
import { tracePhoto } from "../onnx/field/photo_trace.ts";
import { findDims } from "../onnx/field/traced.ts";
import { findLastOutput } from "../onnx/graph/last_output.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import { findPhotoInput } from "../onnx/input/photo_input.ts";
import { describeFed } from "../onnx/input/traced_photo.ts";
import { hasCircuit } from "../plan/circuit.ts";
import { findFedDims } from "../plan/fed_dims.ts";
import type { PlannedLayer, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import type { Size } from "../raster/raster.ts";
import { countElements, countTensorBytes, toMapDims } from "../tensor/tensor.ts";
import { type CapturedBytes, countCaptured, countTraced, findLeftOut } from "./captured.ts";

/** The dims of what is drawn of a layer on a photo, [channels, …space] each; null where it is not. */
export interface MapSizes {
  readonly maps: readonly number[] | null;
  readonly activated: readonly number[] | null;
  readonly inputs: readonly number[] | null;
}

/** What a model is fed with for a photo, and what comes of it, as far as is known before it runs. */
export interface PhotoSizes {
  /** The size of the photo as the model sees it. */
  readonly seen: Size;
  /** How many bytes would be fed and captured of it. */
  readonly captured: number;
  /** The layers whose maps fit into memory. */
  readonly layers: ReadonlyMap<PlannedLayer, MapSizes>;
}

/** Finds the sizes of a model's maps on a photo; null where it takes none. */
export type FindSizes = (model: PlannedModel, photo: PlannedPhoto) => PhotoSizes | null;

/** Makes what finds the sizes of maps: once for all photos that are fed in the same size. */
export function createSizeFinder(): FindSizes {
  const known = new Map<PlannedModel, (photo: PlannedPhoto) => PhotoSizes | null>();
  return (model, photo) => {
    const find = known.get(model) ?? createModelFinder(model);
    known.set(model, find);
    return find(photo);
  };
}

function createModelFinder(model: PlannedModel): (photo: PlannedPhoto) => PhotoSizes | null {
  const image = findPhotoInput(model);
  const known = new Map<string, PhotoSizes | null>(); // by the dims that are fed
  return (photo) => {
    if (image === null) return null;
    const dims = findFedDims(photo, model.preprocess.recipe, image);
    const key = String(dims);
    const sizes = known.has(key) ? known.get(key)! : traceSizes(model, image, dims);
    known.set(key, sizes);
    return sizes;
  };
}

function traceSizes(
  { onnx, layers }: PlannedModel,
  image: ImageInput,
  fed: readonly number[],
): PhotoSizes | null {
  const photo = describeFed(image, fed);
  if (photo === null) return null;
  const tapped = layers.filter(({ conv }) => conv.tap !== null);
  const until = findLastOutput(onnx, tapped.map(({ conv }) => conv.output));
  const trace = tracePhoto(onnx, photo, { until });
  const dimsOf: DimsOf = (name) => {
    const dims = toMapDims(findDims(trace.tensors, name)?.slice(1) ?? []); // of a sample
    const [outChannels = 0] = dims;
    const isDrawn = countElements(dims) > 0 && findExcess({ outChannels, inChannels: 0 }) === null;
    return dims.length > 0 && isDrawn ? dims : null;
  };
  const [height = 1, width = 1] = photo.axes.map((axis) => fed[axis]);
  const listCaptured = (layer: PlannedLayer): CapturedBytes =>
    new Map(listTapped(layer, onnx).map((name) => [name, countTraced(trace, name)]));
  const bytes = countTensorBytes(fed);
  const leftOut = new Set(findLeftOut(tapped, listCaptured, bytes).map(({ layer }) => layer));
  const fitting = tapped.filter((layer) => !leftOut.has(layer));
  return {
    seen: { height, width },
    captured: bytes + countCaptured(tapped, listCaptured),
    layers: new Map(fitting.map((layer) => [layer, measureLayer(layer, dimsOf)])),
  };
}

type DimsOf = (name: string) => readonly number[] | null;

// What is fed is there already.
function listTapped({ conv }: PlannedLayer, { graph }: Model): string[] {
  const reads = conv.inputTap !== null && conv.shape !== null && !graph.inputs.has(conv.input);
  return [
    conv.output,
    ...conv.chain === null ? [] : [conv.chain.output],
    ...reads ? [conv.input] : [],
  ];
}

// What follows cell by cell has the size of what it follows.
function measureLayer({ conv }: PlannedLayer, dimsOf: DimsOf): MapSizes {
  const maps = dimsOf(conv.output);
  return {
    maps,
    activated: conv.chain && maps,
    inputs: maps && hasCircuit(conv) ? dimsOf(conv.input) : null,
  };
}
