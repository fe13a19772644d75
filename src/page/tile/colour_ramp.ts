import ramp_colours from "../../../templates/tile/ramp_colours.hbs" with { type: "text" };
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { fill } from "../shell/dom.ts";
import { listStops } from "./colour_stops.ts";
import type { ColourMap } from "./view_state.ts";

/** The colours of a map side by side: the view of `ramp_colours.hbs`. */
export interface RampView {
  readonly id: string;
  readonly stops: readonly { readonly offset: number; readonly colour: string }[];
}

const render = compileTemplates<{ readonly ramp_colours: RampView }>({ ramp_colours });

/** Draws the colours of a map as a ramp into an SVG. */
export function drawRamp(svg: SVGElement, map: ColourMap, dark: boolean): void {
  const id = `ramp-${map}-${svg.closest(HOOKS.legends)?.getAttribute("data-legend") ?? ""}`;
  const stops = listStops(map, dark).map((rgb, i, { length }) => {
    return { offset: i / (length - 1), colour: `rgb(${rgb.join(" ")})` };
  });
  fill(svg, render("ramp_colours", { id, stops }));
}
