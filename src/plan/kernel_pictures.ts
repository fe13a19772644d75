import type { GridConfig } from "../config/config.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { cutSlices, layoutSheet } from "../raster/sheet.ts";
import { STRONGEST } from "../tensor/strongest_slices.ts";
import { type KernelPicture, planPicture } from "./picture.ts";

/**
 * Plans the pictures of a layer's kernels: in colour or grey where they read
 * the photo, else slice by slice, and their strongest slices where they have
 * more than a tile shows well.
 */
export function planKernelPictures(
  { kernels, shape, readsInput }: ConvLayer,
  grid: GridConfig,
): KernelPicture[] {
  if (kernels === null || shape === null) return [];
  const { count, slices, ...tile } = cutSlices(kernels.dims);
  const seen = readsInput !== null && shape.group === 1 && shape.kernelShape.length === 2;
  if (seen && (slices === 1 || slices === 3)) {
    return [planPicture("kernels", "kernels.png", { count, ...tile }, grid)];
  }
  const sheet = layoutSheet({ slices, ...tile });
  const inRows = { ...grid, nrow: slices };
  const some = layoutSheet({ slices: STRONGEST, ...tile });
  const strongest = planPicture("strongest", "strongest.png", { count, ...some }, grid);
  const many = slices > STRONGEST && tile.width * tile.height > 1 && shape.kernelShape.length <= 2;
  return [
    ...(many ? [strongest] : []),
    planPicture("sheets", "sheets.png", { count, ...sheet }, grid),
    planPicture("slices", "slices.png", { count: count * slices, ...tile }, inRows),
  ];
}
