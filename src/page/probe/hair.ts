import type { Size } from "../../raster/raster.ts";
import { findAll } from "../shell/dom.ts";
import type { Box } from "./probe.ts";

/** Lays an SVG over a picture, so that a unit of it is a pixel of the picture. */
export function layHair(hair: SVGElement, { width, height }: Size): void {
  hair.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

/** Frames a part of the picture under an SVG; null hides the frame. */
export function drawHair(hair: SVGElement, box: Box | null): void {
  hair.toggleAttribute("hidden", box === null);
  if (box === null) return;
  const { left, top, width, height } = box;
  for (const rect of findAll<SVGElement>("rect", hair)) {
    for (const [name, value] of Object.entries({ x: left, y: top, width, height })) {
      rect.setAttribute(name, String(value));
    }
  }
}
