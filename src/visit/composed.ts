import type { Runtime } from "../effects.ts";
import { planBackward, PROJECTION, SEED } from "../onnx/backward.ts";
import type { Model } from "../onnx/model.ts";
import { type Extent, findExtents } from "../onnx/receptive_field.ts";
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
  const { model, image, output: start } = layer;
  const { extents } = canvas;
  const backward = planBackward(model, { start, batch: BATCH, image, extents, rule: "linear" });
  if (backward.kind === "obstacle") return { kind: "obstacle", reason: explainObstacle(backward) };
  return { kind: "kernels", kernels: await runBatches(layer, canvas, backward, runtime) };
}

/** A photo of a size at which a cell of the layer reads nothing but pixels. */
interface Canvas {
  readonly extents: ReadonlyMap<string, Extent | null>;
  /** The layer's own extent. */
  readonly extent: Extent & { readonly cells: readonly number[] };
  /** The cell, row first. */
  readonly cell: readonly number[];
}

function findCanvas({ model, image, output }: ComposedLayer): Canvas | null {
  const open = findExtents(model, image, null).get(output);
  if (!open || open.field.size.length !== 2) return null;
  const { size, stride, offset } = open.field;
  const cell = offset.map((begin, axis) => Math.max(0, Math.ceil(-begin / stride[axis]!)));
  const least = cell.map((index, axis) => index * stride[axis]! + offset[axis]! + size[axis]!);
  for (let more = 0; more < MOST_TRIES; more++) {
    const extents = findExtents(model, image, least.map((extent) => extent + more));
    const extent = extents.get(output);
    const cells = extent?.cells ?? null;
    if (extent && cells !== null && cells.every((count, axis) => count > cell[axis]!)) {
      return { extents, extent: { ...extent, cells }, cell };
    }
  }
  return null;
}

async function runBatches(
  { channels }: ComposedLayer,
  { extent, cell }: Canvas,
  backward: BackwardGraph,
  runtime: Runtime,
): Promise<Tensor> {
  const { field, cells } = extent;
  const [height = 1, width = 1] = cells;
  const [y = 0, x = 0] = cell;
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
      const top = y * field.stride[0]! + field.offset[0]!;
      const left = x * field.stride[1]! + field.offset[1]!;
      parts.push(cropPatch(back, { top, left, height: field.size[0]!, width: field.size[1]! }));
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
