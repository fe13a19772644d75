import type { Size } from "../../raster/raster.ts";
import { create } from "../shell/dom.ts";

/** Makes a canvas of whole pixels to draw on. */
export function openCanvas({ width, height }: Size): CanvasRenderingContext2D {
  const canvas = create("canvas");
  Object.assign(canvas, { width, height });
  return canvas.getContext("2d")!;
}
