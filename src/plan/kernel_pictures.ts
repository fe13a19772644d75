import type { GridConfig } from "../config/config.ts";
import type { ConvLayer } from "../onnx/conv_layer.ts";
import { cutSlices, layoutSheet } from "../raster/sheet.ts";
import { type KernelPicture, planPicture } from "./picture.ts";

/**
 * Plans the pictures of a layer's kernels: in colour or grey where they read
 * the photo, else slice by slice.
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
  return [
    planPicture("sheets", "sheets.png", { count, ...sheet }, grid),
    planPicture("slices", "slices.png", { count: count * slices, ...tile }, inRows),
  ];
}
