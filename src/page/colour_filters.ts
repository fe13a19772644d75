import { listStops, type Rgb } from "./colour_stops.ts";
import { createSvg, find } from "./dom.ts";
import type { ColourMap } from "./view_state.ts";

/** Puts the filters that colour grey pictures into the page, for its present theme. */
export function renewFilters(dark: boolean): void {
  find("#looks")?.remove();
  const filters = (["viridis", "signed"] as const).map((map) =>
    makeFilter(`look-${map}`, [makeTable(listStops(map, dark))])
  );
  const channels = [0, 1, 2].map((channel) =>
    makeFilter(`look-channel-${channel}`, [
      pickChannel(channel),
      makeTable(listStops("signed", dark)),
    ])
  );
  document.body.append(
    createSvg(
      "svg",
      { id: "looks", class: "defs", width: 0, height: 0, "aria-hidden": "true" },
      createSvg("defs", {}, ...filters, ...channels),
    ),
  );
}

/** Names the filter that colours grey pictures; `none` for grey itself. */
export function nameLook(map: ColourMap): string {
  return map === "grey" ? "none" : `url("#look-${map}")`;
}

function makeFilter(id: string, steps: readonly SVGElement[]): SVGElement {
  return createSvg("filter", {
    id,
    x: 0,
    y: 0,
    width: 1,
    height: 1,
    "color-interpolation-filters": "sRGB",
  }, ...steps);
}

function makeTable(stops: readonly Rgb[]): SVGElement {
  const functions = (["feFuncR", "feFuncG", "feFuncB"] as const).map((name, channel) => {
    const tableValues = stops.map((stop) => (stop[channel]! / 255).toFixed(4)).join(" ");
    return createSvg(name, { type: "table", tableValues });
  });
  return createSvg("feComponentTransfer", {}, ...functions);
}

function pickChannel(channel: number): SVGElement {
  const row = [0, 1, 2, 3, 4].map((i) => Number(i === channel)).join(" ");
  return createSvg("feColorMatrix", { type: "matrix", values: `${row} ${row} ${row} 0 0 0 1 0` });
}
