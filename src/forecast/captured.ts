import type { PhotoTrace } from "../onnx/field/photo_trace.ts";
import { findDims } from "../onnx/field/traced.ts";
import { countTensorBytes } from "../tensor/tensor.ts";

/**
 * How many bytes may be captured of one photo. They stand in memory at once, and are copied while
 * they are drawn: this much leaves room on a machine of 4 GB.
 */
export const MOST_CAPTURED = 1 << 30;

/** The bytes of what is captured of a layer, by the names of the tensors. */
export type CapturedBytes = ReadonlyMap<string, number>;

/** Counts the bytes of a traced tensor; of one whose size is not known before the run, none. */
export function countTraced({ tensors }: Pick<PhotoTrace, "tensors">, name: string): number {
  return countTensorBytes(findDims(tensors, name) ?? [0]);
}

/** A layer of which so much is captured that it does not fit into memory beside smaller ones. */
export interface LeftOutLayer<Layer> {
  readonly layer: Layer;
  /** What would be captured with it. */
  readonly bytes: number;
}

/**
 * Finds the layers that do not fit beside the others: the largest ones. Layers share what one writes
 * and the next reads.
 *
 * @param fed The bytes of what is fed.
 */
export function findLeftOut<Layer>(
  layers: readonly Layer[],
  listCaptured: (layer: Layer) => CapturedBytes,
  fed: number,
): LeftOutLayer<Layer>[] {
  const sized = layers.map((layer) => ({ layer, sizes: listCaptured(layer) }))
    .toSorted((a, b) => sum(a.sizes) - sum(b.sizes));
  const leftOut: LeftOutLayer<Layer>[] = [];
  const captured = new Map<string, number>();
  let taken = fed;
  for (const { layer, sizes } of sized) {
    const more = new Map(sizes.entries().filter(([name]) => !captured.has(name)));
    const bytes = taken + sum(more);
    if (bytes > MOST_CAPTURED) {
      leftOut.push({ layer, bytes });
      continue;
    }
    taken = bytes;
    for (const [name, size] of more) captured.set(name, size);
  }
  return leftOut;
}

/** Counts the bytes that are captured of all layers. */
export function countCaptured<Layer>(
  layers: readonly Layer[],
  listCaptured: (layer: Layer) => CapturedBytes,
): number {
  return sum(new Map(layers.flatMap((layer) => [...listCaptured(layer)])));
}

function sum(sizes: CapturedBytes): number {
  return sizes.values().reduce((total, bytes) => total + bytes, 0);
}
