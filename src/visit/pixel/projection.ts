import type { PhotoCell } from "../../analysis/map/top_cells.ts";
import type { Runtime } from "../../effects.ts";
import { listComputed, planBackward, PROJECTION, SEED } from "../../onnx/field/backward.ts";
import { cutModel } from "../../onnx/write/cut.ts";
import { type Feeds, layoutBatch } from "../../onnx/input/feed.ts";
import type { Model } from "../../onnx/graph/model.ts";
import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import { findMapField, type MapField } from "../../onnx/field/receptive_field.ts";
import { computeConstants } from "../../survey/computed_constants.ts";
import { averageAreas } from "../../tensor/area_average.ts";
import { cropPatch } from "../../tensor/crop.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";
import {
  type BackwardGraph,
  explainObstacle,
  openBackward,
  type SeedCell,
  seedCells,
} from "./backward_run.ts";
import { findLargestField, findRead } from "./field_places.ts";
import type { Reason } from "../../reason/reason.ts";

/** A layer whose activations are projected back to the pixels. */
export interface ProjectedLayer {
  readonly model: Model;
  /** The convolution's own output. */
  readonly output: string;
  /** The strongest cell of each kernel; null where no photo excites it. */
  readonly cells: readonly (PhotoCell | null)[];
}

/** A photo as it is fed. */
export interface FedPhoto {
  /** The id of the photo. */
  readonly photo: string;
  /** The input [channels, height, width]. */
  readonly input: Tensor;
  readonly feeds: Feeds;
  /** What is read of it. */
  readonly trace: PhotoTrace;
}

/** Projections [kernels, channels, height, width] of fields, or the reason why there are none. */
export type Projected =
  | {
    readonly kind: "projections";
    readonly projections: Tensor;
    /** The height and width of the fields, which larger ones are averaged from. */
    readonly field: readonly number[];
  }
  | { readonly kind: "obstacle"; readonly reason: Reason };

// So many go back at once: enough to keep the runtime busy, few enough for its memory.
const BATCH = 16;

/** The longest side of a projection, in pixels; larger ones are shrunk. */
const LARGEST_PROJECTION = 64;

/**
 * Projects the strongest activation of every kernel back to the pixels of its
 * photo by the deconvolutional network: transposed kernels, rectification, the
 * switches of max pooling. Each projection is the part of the photo that the
 * activation reads.
 *
 * Source: Zeiler and Fergus, Visualizing and Understanding Convolutional
 * Networks, ECCV 2014.
 */
export async function projectKernels(
  layer: ProjectedLayer,
  photos: readonly FedPhoto[],
  runtime: Runtime,
): Promise<Projected> {
  let projections: Tensor | null = null;
  let field: readonly number[] = [];
  for (const photo of photos) {
    const kernels = layer.cells.flatMap((cell, k) => cell?.photo === photo.photo ? [k] : []);
    if (kernels.length === 0) continue;
    const found = await projectPhoto(layer, photo, kernels, runtime);
    if (found.kind === "obstacle") return found;
    projections ??= emptyLike(found.projections, layer.cells.length);
    if (field.length === 0) field = found.field;
    kernels.forEach((k, i) =>
      sliceAt(projections!, k).data.set(sliceAt(found.projections, i).data)
    );
  }
  return projections === null
    ? { kind: "obstacle", reason: { code: "never-excited" } }
    : { kind: "projections", projections, field };
}

function emptyLike({ dims: [, ...dims] }: Tensor, count: number): Tensor {
  const size = countElements(dims);
  return { data: new Float32Array(count * size), dims: [count, ...dims] };
}

async function projectPhoto(
  layer: ProjectedLayer,
  photo: FedPhoto,
  kernels: readonly number[],
  runtime: Runtime,
): Promise<Projected> {
  const { model, output: start } = layer;
  const { trace } = photo;
  const field = findMapField(trace, start);
  if ("missing" in field) return { kind: "obstacle", reason: field.missing };
  const computed = await computeConstants(model, listComputed(model, start), runtime);
  const backward = planBackward(model, { start, batch: BATCH, trace, computed });
  if (backward.kind === "obstacle") return { kind: "obstacle", reason: explainObstacle(backward) };
  const pooled = await runForward(model, backward, photo, runtime);
  const cells = kernels.map((k) => ({ ...layer.cells[k]!, channel: k }));
  const channels = layer.cells.length;
  return await runBackward(backward, { pooled, cells, field, channels }, runtime);
}

// The values that max pooling reads, from which its switches are found again.
async function runForward(
  model: Model,
  { fed }: BackwardGraph,
  { input, feeds }: FedPhoto,
  runtime: Runtime,
): Promise<ReadonlyMap<string, Tensor>> {
  if (fed.size === 0) return new Map();
  const submodel = cutModel(
    model,
    [...fed.values()].map((tensor) => ({ tensor, quantization: null })),
  );
  const session = await runtime.open(submodel);
  try {
    const photo = layoutBatch(input, feeds.image);
    const outputs = await session.run(new Map([...feeds.constants, [feeds.image.feed, photo]]));
    return new Map(
      [...fed.keys()].map((name, i) => [name, firstOf(outputs.get(submodel.outputs[i]!)!)]),
    );
  } finally {
    await session.close();
  }
}

function firstOf(batch: Tensor): Tensor {
  const { data, dims } = sliceAt(batch, 0);
  return { data, dims: [1, ...dims] };
}

/** What goes back, and from where. */
interface Signals {
  readonly pooled: ReadonlyMap<string, Tensor>;
  readonly cells: readonly SeedCell[];
  readonly field: MapField;
  readonly channels: number;
}

async function runBackward(
  backward: BackwardGraph,
  { pooled, cells, field, channels }: Signals,
  runtime: Runtime,
): Promise<Projected> {
  const [height = 1, width = 1] = field.cells;
  const session = await openBackward(backward, runtime);
  const patches: Tensor[] = [];
  try {
    for (let first = 0; first < cells.length; first += BATCH) {
      const batch = cells.slice(first, first + BATCH);
      const seed = seedCells(batch, [BATCH, channels, height, width]);
      const feeds = new Map([...pooled, [SEED, seed] as const]);
      const back = (await session.run(feeds)).get(PROJECTION)!;
      batch.forEach((cell, n) => patches.push(takePatch(back, n, cell, field)));
    }
  } finally {
    await session.close();
  }
  const joined = emptyLike(patches[0]!, patches.length);
  patches.forEach((patch, i) => sliceAt(joined, i).data.set(patch.data));
  return { kind: "projections", projections: joined, field: findLargestField(field) };
}

// All of one size: where cells read unlike much, as much as the one that reads most.
function takePatch(back: Tensor, n: number, { x, y }: SeedCell, field: MapField): Tensor {
  const one = { data: sliceAt(back, n).data, dims: [1, ...back.dims.slice(1)] };
  const [height = 1, width = 1] = findLargestField(field);
  const [top = 0, left = 0] = findRead(field, [y, x]).map(({ first }) => first);
  return shrink(cropPatch(one, { top, left, height, width }));
}

function shrink(patch: Tensor): Tensor {
  const [, channels = 0, height = 0, width = 0] = patch.dims;
  const scale = Math.min(1, LARGEST_PROJECTION / Math.max(height, width));
  if (scale === 1) return patch;
  const size = { height: Math.round(height * scale), width: Math.round(width * scale) };
  const planes = sliceAt(patch, 0);
  const data = new Float32Array(channels * size.height * size.width);
  for (let c = 0; c < channels; c++) {
    const plane = { data: sliceAt(planes, c).data, height, width };
    data.set(averageAreas(plane, size), c * size.height * size.width);
  }
  return { data, dims: [1, channels, size.height, size.width] };
}
