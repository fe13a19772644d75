import type { Size } from "../../raster/raster.ts";
import { findAll } from "../shell/dom.ts";
import type { Box } from "../../site/field/cell.ts";

/** Lays an SVG over a picture, so that a unit of it is a pixel of the picture. */
export function layCrosshair(crosshair: SVGElement, { width, height }: Size): void {
  crosshair.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

/** Frames a part of the picture under an SVG; null hides the frame. */
export function drawCrosshair(crosshair: SVGElement, box: Box | null): void {
  crosshair.toggleAttribute("hidden", box === null);
  if (box === null) return;
  const { left, top, width, height } = box;
  for (const rect of findAll<SVGElement>("rect", crosshair)) {
    for (const [name, value] of Object.entries({ x: left, y: top, width, height })) {
      rect.setAttribute(name, String(value));
    }
  }
}
