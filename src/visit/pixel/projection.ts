import type { PhotoCell } from "../../analysis/map/top_cells.ts";
import type { Runtime } from "../../effects.ts";
import { listComputed, planBackward } from "../../onnx/linear/backward.ts";
import { cutModel } from "../../onnx/write/cut.ts";
import { feedBatch, type Feeds } from "../../onnx/input/feed.ts";
import { layoutBatch } from "../../onnx/input/photo_batch.ts";
import type { Model } from "../../onnx/graph/model.ts";
import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import { findMapField, type MapField } from "../../onnx/field/receptive_field.ts";
import { computeConstants } from "../../survey/computed_constants.ts";
import { averagePlanes } from "../../tensor/area_average.ts";
import { cropPatch } from "../../tensor/crop.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";
import {
  type BackwardGraph,
  type BackwardRunner,
  explainObstacle,
  openBackward,
  type PhotoPatch,
  type SeedCell,
} from "./backward_run.ts";
import { findLargestField, findRead } from "../../onnx/field/field_places.ts";
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
  const lit = photos.map((photo) => ({ photo, seeds: listSeeds(layer, photo) }))
    .filter(({ seeds }) => seeds.length > 0);
  const patches = new Map<number, Tensor>();
  let field: readonly number[] = [];
  for (const [trace, alike] of Map.groupBy(lit, ({ photo }) => photo.trace)) {
    const found = await projectAlike(layer, { trace, alike, patches }, runtime);
    if ("code" in found) return { kind: "obstacle", reason: found };
    if (field.length === 0) field = found;
  }
  return patches.size === 0
    ? { kind: "obstacle", reason: { code: "never-excited" } }
    : { kind: "projections", projections: placePatches(patches, layer.cells.length), field };
}

function listSeeds({ cells }: ProjectedLayer, { photo }: FedPhoto): SeedCell[] {
  return cells.flatMap((cell, channel) => cell?.photo === photo ? [{ ...cell, channel }] : []);
}

// What no photo excites stays 0.
function placePatches(patches: ReadonlyMap<number, Tensor>, count: number): Tensor {
  const [first] = patches.values();
  const [, ...dims] = first!.dims;
  const placed = { data: new Float32Array(count * countElements(dims)), dims: [count, ...dims] };
  for (const [k, { data }] of patches) sliceAt(placed, k).data.set(data);
  return placed;
}

/** Photos of one size, and where the projections of their kernels are put. */
interface AlikePhotos {
  readonly trace: PhotoTrace;
  readonly alike: readonly { readonly photo: FedPhoto; readonly seeds: readonly SeedCell[] }[];
  readonly patches: Map<number, Tensor>;
}

// Gives the height and width of the fields, or the reason why nothing goes back.
async function projectAlike(
  { model, output: start, cells }: ProjectedLayer,
  { trace, alike, patches }: AlikePhotos,
  runtime: Runtime,
): Promise<readonly number[] | Reason> {
  const field = findMapField(trace, start);
  if ("missing" in field) return field.missing;
  const computed = await computeConstants(model, listComputed(model, start), runtime);
  const backward = planBackward(model, { start, trace, computed });
  if (backward.kind === "obstacle") return explainObstacle(backward);
  const held = await openHeld(model, backward, runtime);
  try {
    const runner = await openBackward(backward, cells.length, runtime);
    try {
      for (const { photo, seeds } of alike) {
        const tensors = await held.run(photo);
        for (const [seed, pixels] of await takeBack(runner, seeds, tensors)) {
          patches.set(seed.channel, takeField(pixels, seed, field));
        }
      }
    } finally {
      await runner.close();
    }
  } finally {
    await held.close();
  }
  return findLargestField(field);
}

async function takeBack(
  runner: BackwardRunner,
  seeds: readonly SeedCell[],
  tensors: ReadonlyMap<string, Tensor>,
): Promise<(readonly [SeedCell, PhotoPatch])[]> {
  const back: (readonly [SeedCell, PhotoPatch])[] = [];
  for (let first = 0; first < seeds.length; first += BATCH) {
    const batch = seeds.slice(first, first + BATCH);
    const patches = await runner.run(batch, tensors);
    back.push(...batch.map((seed, n) => [seed, patches[n]!] as const));
  }
  return back;
}

// All of one size: where cells read unlike much, as much as the one that reads most.
function takeField({ pixels, ...patch }: PhotoPatch, { x, y }: SeedCell, field: MapField): Tensor {
  const [height = 1, width = 1] = findLargestField(field);
  const [top = 0, left = 0] = findRead(field, [y, x]).map(({ first }) => first);
  const within = { top: top - patch.top, left: left - patch.left, height, width };
  return shrink(cropPatch(pixels, within));
}

/** What runs a model as far as its max pooling. */
interface HeldTensors {
  /** Gives what the tensors hold on a photo that max pooling reads. */
  run(photo: FedPhoto): Promise<ReadonlyMap<string, Tensor>>;
  close(): Promise<void>;
}

// The switches of max pooling are found again from what it reads.
async function openHeld(
  model: Model,
  { patches }: BackwardGraph,
  runtime: Runtime,
): Promise<HeldTensors> {
  const tensors = [...new Set(patches.values().map(({ tensor }) => tensor))];
  if (tensors.length === 0) return { run: () => Promise.resolve(new Map()), close: async () => {} };
  const submodel = cutModel(model, tensors.map((tensor) => ({ tensor, quantization: null })));
  const session = await runtime.open(submodel);
  return {
    run: async ({ input, feeds }) => {
      const photo = layoutBatch(input, feeds.image);
      const outputs = await session.run(feedBatch(feeds, photo));
      return new Map(
        tensors.map((name, i) => [name, firstOf(outputs.get(submodel.outputs[i]!)!)]),
      );
    },
    close: () => session.close(),
  };
}

function firstOf(batch: Tensor): Tensor {
  const { data, dims } = sliceAt(batch, 0);
  return { data, dims: [1, ...dims] };
}

function shrink(patch: Tensor): Tensor {
  const [, channels = 0, height = 0, width = 0] = patch.dims;
  const scale = Math.min(1, LARGEST_PROJECTION / Math.max(height, width));
  if (scale === 1) return patch;
  const size = { height: Math.round(height * scale), width: Math.round(width * scale) };
  const data = averagePlanes(sliceAt(patch, 0), { height, width }, size);
  return { data, dims: [1, channels, size.height, size.width] };
}
