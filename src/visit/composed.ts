import type { Runtime } from "../effects.ts";
import { listComputed, planBackward, PROJECTION, SEED } from "../onnx/backward.ts";
import type { Model } from "../onnx/model.ts";
import { type PhotoTrace, tracePhoto } from "../onnx/photo_trace.ts";
import { findMapField, type ReceptiveField } from "../onnx/receptive_field.ts";
import { describePhoto } from "../onnx/traced_photo.ts";
import { computeConstants } from "../survey/computed_constants.ts";
import { cropPatch } from "../tensor/crop.ts";
import { countElements, type Tensor } from "../tensor/tensor.ts";
import { type BackwardGraph, explainObstacle, openBackward, seedCells } from "./backward_run.ts";

/** A layer whose kernels are composed with those before it. */
export interface ComposedLayer {
  readonly model: Model;
  /** The input that takes the photo. */
  readonly image: string;
  /** The convolution's own output, and how many channels it has. */
  readonly output: string;
  readonly channels: number;
  /** The line that the fields of its cells lie on, each elsewhere. */
  readonly line: ReceptiveField;
}

/** Kernels composed down to the pixels, or the reason why they are not. */
export type Composed =
  | { readonly kind: "kernels"; readonly kernels: Tensor }
  | { readonly kind: "obstacle"; readonly reason: string };

// So many kernels go back at once: enough to keep the runtime busy, few enough for its memory.
const BATCH = 32;

// A field that lies in the padding at small sizes lies inside at one somewhat larger.
const MOST_TRIES = 64;

/**
 * Composes the kernels of a layer with those of the layers before it, as far as
 * the pixels: [channels, 3, height, width] of the receptive field. Activations
 * are left out and pools taken for averages, so it is the linear path only.
 */
export async function composeKernels(layer: ComposedLayer, runtime: Runtime): Promise<Composed> {
  const canvas = findCanvas(layer);
  if (canvas === null) return { kind: "obstacle", reason: "its receptive field is not known" };
  const { model, output: start } = layer;
  const { trace } = canvas;
  const computed = await computeConstants(model, listComputed(model, start), runtime);
  const path = { start, batch: BATCH, trace, rule: "linear", computed } as const;
  const backward = planBackward(model, path);
  if (backward.kind === "obstacle") return { kind: "obstacle", reason: explainObstacle(backward) };
  return { kind: "kernels", kernels: await runBatches(layer, canvas, backward, runtime) };
}

/** A photo of a size at which a cell of the layer reads nothing but pixels. */
interface Canvas {
  readonly trace: PhotoTrace;
  /** How many cells the layer's maps have. */
  readonly cells: readonly number[];
  /** The cell, row first. */
  readonly cell: readonly number[];
}

function findCanvas({ model, image, output, line }: ComposedLayer): Canvas | null {
  const cell = line.offset.map((begin, axis) =>
    Math.max(0, Math.ceil(-begin / line.stride[axis]!))
  );
  const [height = 1, width = 1] = cell.map((index, axis) =>
    index * line.stride[axis]! + line.offset[axis]! + line.size[axis]!
  );
  for (let more = 0; more < MOST_TRIES; more++) {
    const photo = describePhoto(model, image, [height + more, width + more]);
    if (photo === null) return null;
    const trace = tracePhoto(model, photo, { until: output });
    const field = findMapField(trace, output);
    if ("missing" in field) continue;
    const { cells } = field;
    if (cells.every((count, axis) => count > cell[axis]!)) return { trace, cells, cell };
  }
  return null;
}

async function runBatches(
  { channels, line }: ComposedLayer,
  { cells, cell }: Canvas,
  backward: BackwardGraph,
  runtime: Runtime,
): Promise<Tensor> {
  const [height = 1, width = 1] = cells;
  const [y = 0, x = 0] = cell;
  const [top = 0, left = 0] = cell.map((at, axis) => at * line.stride[axis]! + line.offset[axis]!);
  const [tall = 1, wide = 1] = line.size;
  const session = await openBackward(backward, runtime);
  const parts: Tensor[] = [];
  try {
    for (let first = 0; first < channels; first += BATCH) {
      const seeds = Array.from(
        { length: Math.min(BATCH, channels - first) },
        (_, n) => ({ channel: first + n, x, y, value: 1 }),
      );
      const seed = seedCells(seeds, [BATCH, channels, height, width]);
      const back = (await session.run(new Map([[SEED, seed]]))).get(PROJECTION)!;
      parts.push(cropPatch(back, { top, left, height: tall, width: wide }));
    }
  } finally {
    await session.close();
  }
  return joinKernels(parts, channels);
}

function joinKernels(parts: readonly Tensor[], count: number): Tensor {
  const [, ...dims] = parts[0]!.dims;
  const size = countElements(dims);
  const data = new Float32Array(count * size);
  parts.forEach((part, i) => {
    const kept = Math.min(BATCH, count - i * BATCH) * size;
    data.set(part.data.subarray(0, kept), i * BATCH * size);
  });
  return { data, dims: [count, ...dims] };
}
