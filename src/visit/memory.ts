import type { PhotoTrace } from "../onnx/photo_trace.ts";
import type { PlannedPhoto } from "../plan/plan.ts";
import { layoutImage } from "../raster/image_layout.ts";
import { countElements } from "../tensor/tensor.ts";
import type { LoadedModel } from "./loaded_model.ts";

const FLOAT_BYTES = 4;

// What is captured of one photo stands in memory at once, and is copied while it is drawn: this much
// leaves room on a machine of 4 GB.
const MOST_BYTES = 1 << 30;

/**
 * Makes sure that what is fed and captured at once fits into memory, reckoned from the size of the
 * photo before it is read.
 *
 * @throws {RangeError} If it would take more than a gigabyte.
 */
export function requireMemory(
  photo: Pick<PlannedPhoto, "width" | "height" | "dims">,
  loaded: Pick<LoadedModel, "model" | "tapped" | "trace" | "feeds">,
): void {
  const dims = photo.dims ?? planBatch(photo, loaded);
  const fed = countElements(dims) * FLOAT_BYTES;
  const trace = fed > MOST_BYTES || photo.dims !== null ? null : loaded.trace(dims);
  const bytes = fed + (trace === null ? 0 : countCaptured(loaded, trace) * FLOAT_BYTES);
  if (bytes <= MOST_BYTES) return;
  throw new RangeError(
    `Cannot run "${loaded.model.name}": an input of [${dims.join(", ")}] and its maps would take ` +
      `${(bytes / 2 ** 30).toFixed(1)} GiB of memory, at most ${MOST_BYTES / 2 ** 30} is taken; ` +
      'choose fewer "layers", or give "preprocess" a "resize", as {"shortestEdge": 512}',
  );
}

function planBatch(
  photo: Pick<PlannedPhoto, "width" | "height">,
  { model, feeds: { image } }: Pick<LoadedModel, "model" | "feeds">,
): number[] {
  const { recipe } = model.preprocess;
  const { width, height } = layoutImage(photo, recipe, image);
  const sizes: Readonly<Record<string, number>> = {
    N: image.batch,
    C: recipe.mean.length,
    H: height,
    W: width,
  };
  return [...image.layout ?? "NCHW"].map((letter) => sizes[letter]!);
}

// Sizes that are not known before the run count as nothing.
function countCaptured(
  { tapped }: Pick<LoadedModel, "tapped">,
  { tensors }: PhotoTrace,
): number {
  const names = new Set(tapped.flatMap(({ planned: { layer }, after, input }) => [
    layer.output,
    ...after === null ? [] : [layer.chain!.output],
    ...input === null ? [] : [layer.input],
  ]));
  let elements = 0;
  for (const name of names) {
    const traced = tensors.get(name);
    if (traced !== undefined && "dims" in traced) elements += countElements(traced.dims);
  }
  return elements;
}
