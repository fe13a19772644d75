import { findFittingMultiple } from "../../onnx/input/fitting_size.ts";
import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import type { Size } from "../../raster/raster.ts";
import type { LoadedModel } from "./loaded_model.ts";
import type { Obstacle } from "../session/obstacle.ts";
import { createError } from "../../reason/error.ts";

/** What was fed, and what is read of it. */
export interface FedSize {
  /** The size of the photo; null where it was none. */
  readonly photo: Size | null;
  readonly trace: PhotoTrace | null;
}

/**
 * Says of obstacles that come of the photo's size which sizes fit, in place of the runtime's words;
 * others stay as they are.
 */
export function adviseSizes(
  obstacles: readonly Obstacle[],
  loaded: LoadedModel,
  { photo, trace }: FedSize,
): readonly Obstacle[] {
  const misfit = trace?.misfit ?? null;
  const { height, width } = loaded.feeds.image;
  const isOpen = height === null || width === null;
  if (photo === null || misfit === null || !isOpen) return obstacles;
  if (!obstacles.some(({ node }) => node === misfit)) {
    return obstacles;
  }
  const multiple = findFittingMultiple(loaded.model.onnx, loaded.feeds.image.name, [
    photo.height,
    photo.width,
  ]);
  if (multiple === null) return obstacles;
  const error = refuseSize(loaded, photo, multiple);
  return obstacles.map((obstacle) => obstacle.node === misfit ? { ...obstacle, error } : obstacle);
}

function refuseSize(
  { model: { preprocess: { recipe } } }: LoadedModel,
  { width, height }: Size,
  multiple: number,
): RangeError {
  const own = recipe.resize === null && recipe.crop === null;
  const fitting = [width, height].map((side) =>
    Math.max(1, Math.round(side / multiple)) * multiple
  );
  return createError(RangeError, { code: "size-misfit", own, width, height, multiple, fitting });
}
