import { listStops, type Rgb } from "./colour_stops.ts";
import { createSvg, find } from "../shell/dom.ts";
import type { ColourMap } from "./view_state.ts";

/**
 * Puts the filters that colour grey pictures into the page, for its present theme. Each theme has
 * names of its own for them: WebKit does not draw anew what another filter of the same name colours.
 */
export function renewFilters(dark: boolean): void {
  find("#looks")?.remove();
  const theme = dark ? "dark" : "light";
  const filters = LOOKS.map(([look, map, channel]) => {
    const id = `look-${look}-${theme}`;
    document.documentElement.style.setProperty(`--look-${look}`, `url("#${id}")`);
    const table = makeTable(listStops(map, dark));
    return makeFilter(id, channel === null ? [table] : [pickChannel(channel), table]);
  });
  document.body.append(
    createSvg(
      "svg",
      { id: "looks", class: "defs", width: 0, height: 0, "aria-hidden": "true" },
      createSvg("defs", {}, ...filters),
    ),
  );
}

// By name: the colours of a picture, or of a channel of it.
const LOOKS: readonly (readonly [string, ColourMap, number | null])[] = [
  ["viridis", "viridis", null],
  ["signed", "signed", null],
  ["channel-0", "signed", 0],
  ["channel-1", "signed", 1],
  ["channel-2", "signed", 2],
];

/** Names the filter that colours grey pictures; `none` for grey itself. */
export function nameLook(map: ColourMap): string {
  return map === "grey" ? "none" : `var(--look-${map})`;
}

/** Names the filter that shows one channel of a colour picture. */
export function nameChannelLook(channel: string): string {
  return `var(--look-channel-${channel})`;
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
