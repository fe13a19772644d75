import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import { type FedExtent, findFedDims } from "../../plan/fed_dims.ts";
import {
  type CapturedBytes,
  countTraced,
  findLeftOut,
  MOST_CAPTURED,
} from "../../forecast/captured.ts";
import { countTensorBytes } from "../../tensor/tensor.ts";
import type { LoadedModel, TappedLayer } from "./loaded_model.ts";
import { createError } from "../../reason/error.ts";

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
  const fed = countTensorBytes(dims);
  if (fed > MOST_CAPTURED) {
    const sizes = { dims, bytes: fed, most: MOST_CAPTURED };
    throw createError(RangeError, { code: "input-too-large", ...sizes });
  }
  const trace = loaded.trace(dims);
  if (trace === null) return [];
  const leftOut = findLeftOut(loaded.tapped, (tapped) => listCaptured(tapped, trace), fed);
  return leftOut.map(({ layer: tapped, bytes }) => {
    const sizes = { bytes, most: MOST_CAPTURED };
    return { tapped, error: createError(RangeError, { code: "maps-too-large", ...sizes }) };
  });
}

// In bytes, by the names of the tensors. Sizes that are not known before the run count as nothing.
function listCaptured(
  { planned: { conv }, after, input, reads }: TappedLayer,
  trace: PhotoTrace,
): CapturedBytes {
  const names = [
    conv.output,
    ...after === null ? [] : [conv.chain!.output],
    ...input === null && (reads === null || "fed" in reads) ? [] : [conv.input],
  ];
  return new Map(names.map((name) => [name, countTraced(trace, name)]));
}
