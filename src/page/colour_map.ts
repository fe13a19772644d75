import { createSvg, find } from "./dom.ts";
import type { ColourMap } from "./view_state.ts";

type Rgb = readonly [red: number, green: number, blue: number];

// Nine stops of matplotlib's viridis.
const VIRIDIS: readonly Rgb[] = [
  [68, 1, 84],
  [71, 44, 122],
  [59, 81, 139],
  [44, 113, 142],
  [33, 144, 141],
  [39, 173, 129],
  [92, 200, 99],
  [170, 220, 50],
  [253, 231, 37],
];

// Blue below zero, orange above; zero is the page's colour, so that ink means magnitude.
const SIGNED: Readonly<Record<"light" | "dark", readonly Rgb[]>> = {
  light: [
    [5, 48, 97],
    [33, 113, 181],
    [107, 174, 214],
    [198, 219, 239],
    [253, 253, 251],
    [
      254,
      217,
      166,
    ],
    [253, 141, 60],
    [217, 72, 1],
    [127, 39, 4],
  ],
  dark: [
    [198, 219, 239],
    [107, 174, 214],
    [33, 113, 181],
    [20, 60, 105],
    [19, 21, 23],
    [
      107,
      52,
      14,
    ],
    [217, 95, 14],
    [253, 141, 60],
    [254, 217, 166],
  ],
};

const GREY: readonly Rgb[] = [[0, 0, 0], [255, 255, 255]];

/** Lists the colours of a map, from the lowest value to the highest. */
export function listStops(map: ColourMap, dark: boolean): readonly Rgb[] {
  switch (map) {
    case "grey":
      return GREY;
    case "viridis":
      return VIRIDIS;
    case "signed":
      return SIGNED[dark ? "dark" : "light"];
  }
}

/** Puts the filters that colour grey pictures into the page, for its present theme. */
export function renewFilters(dark: boolean): void {
  find("#looks")?.remove();
  const filters = (["viridis", "signed"] as const).map((map) =>
    makeFilter(`look-${map}`, [makeTable(listStops(map, dark))])
  );
  const channels = [0, 1, 2].map((channel) =>
    makeFilter(`look-channel-${channel}`, [
      pickChannel(channel),
      makeTable(SIGNED[dark ? "dark" : "light"]),
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
