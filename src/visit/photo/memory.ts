import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import { type FedExtent, findFedDims } from "../../forecast/fed_dims.ts";
import { MOST_CAPTURED } from "../../forecast/large_photos.ts";
import { countElements } from "../../tensor/tensor.ts";
import type { LoadedModel, TappedLayer } from "./loaded_model.ts";
import { createError } from "../../reason/error.ts";

const FLOAT_BYTES = 4;

/** A layer whose maps do not fit into memory, and why. */
export interface LargeLayer {
  readonly tapped: TappedLayer;
  readonly error: RangeError;
}

/**
 * Finds the layers of which so much would be captured at once that it does not fit into memory:
 * the largest ones. It is reckoned from the size of the photo before that is read.
 *
 * @throws {RangeError} If the input alone would take more than a gigabyte.
 */
export function findLarge(
  photo: FedExtent,
  loaded: Pick<LoadedModel, "model" | "tapped" | "trace" | "feeds">,
): LargeLayer[] {
  const { model: { preprocess }, feeds } = loaded;
  const dims = findFedDims(photo, preprocess.recipe, feeds.image);
  const fed = countElements(dims) * FLOAT_BYTES;
  if (fed > MOST_CAPTURED) {
    const sizes = { dims, bytes: fed, most: MOST_CAPTURED };
    throw createError(RangeError, { code: "input-too-large", ...sizes });
  }
  const trace = loaded.trace(dims);
  return trace === null ? [] : listLarge(loaded.tapped, trace, fed);
}

// Layers share what one writes and the next reads; the smaller ones come first.
function listLarge(
  layers: readonly TappedLayer[],
  trace: PhotoTrace,
  fed: number,
): LargeLayer[] {
  const sized = layers.map((tapped) => ({ tapped, sizes: listCaptured(tapped, trace) }))
    .toSorted((a, b) => sum(a.sizes) - sum(b.sizes));
  const large: LargeLayer[] = [];
  const captured = new Map<string, number>();
  let taken = fed;
  for (const { tapped, sizes } of sized) {
    const more = new Map(sizes.entries().filter(([name]) => !captured.has(name)));
    if (taken + sum(more) > MOST_CAPTURED) {
      const sizes = { bytes: taken + sum(more), most: MOST_CAPTURED };
      large.push({ tapped, error: createError(RangeError, { code: "maps-too-large", ...sizes }) });
      continue;
    }
    taken += sum(more);
    for (const [name, bytes] of more) captured.set(name, bytes);
  }
  return large;
}

// In bytes, by the names of the tensors. Sizes that are not known before the run count as nothing.
function listCaptured(
  { planned: { conv }, after, input, reads }: TappedLayer,
  { tensors }: PhotoTrace,
): Map<string, number> {
  const names = [
    conv.output,
    ...after === null ? [] : [conv.chain!.output],
    ...input === null && (reads === null || "fed" in reads) ? [] : [conv.input],
  ];
  return new Map(names.map((name) => {
    const traced = tensors.get(name);
    const isKnown = traced !== undefined && "dims" in traced;
    return [name, isKnown ? countElements(traced.dims) * FLOAT_BYTES : 0];
  }));
}

function sum(sizes: ReadonlyMap<string, number>): number {
  return sizes.values().reduce((total, bytes) => total + bytes, 0);
}
