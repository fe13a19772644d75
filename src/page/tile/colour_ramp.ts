import { listStops } from "./colour_stops.ts";
import { createSvg } from "../shell/dom.ts";
import type { ColourMap } from "./view_state.ts";

/** Draws the colours of a map as a ramp into an SVG. */
export function drawRamp(svg: SVGElement, map: ColourMap, dark: boolean): void {
  const id = `ramp-${map}-${svg.closest("[data-legend]")?.getAttribute("data-legend") ?? ""}`;
  const stops = listStops(map, dark).map((rgb, i, { length }) =>
    createSvg("stop", { offset: i / (length - 1), "stop-color": `rgb(${rgb.join(" ")})` })
  );
  svg.replaceChildren(
    createSvg("linearGradient", { id }, ...stops),
    createSvg("rect", { width: 88, height: 8, fill: `url(#${id})` }),
  );
}
