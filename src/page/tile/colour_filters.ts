import colour_filters from "../../../templates/tile/colour_filters.hbs" with { type: "text" };
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { find } from "../shell/dom.ts";
import { listStops, type Rgb } from "./colour_stops.ts";
import type { ColourMap } from "./view_state.ts";

/** What colours grey pictures: the view of `colour_filters.hbs`. */
export interface ColourFiltersView {
  readonly filters: readonly ColourFilterView[];
}

/** A filter: the tables of its colours, 0 to 1. */
export interface ColourFilterView {
  readonly id: string;
  /** The matrix that picks a channel; null where all are alike. */
  readonly channel: string | null;
  readonly red: string;
  readonly green: string;
  readonly blue: string;
}

const render = compileTemplates<{ readonly colour_filters: ColourFiltersView }>({ colour_filters });

/**
 * Puts the filters that colour grey pictures into the page, for its present theme. Each theme has
 * names of its own for them: WebKit does not draw anew what another filter of the same name colours.
 */
export function renewFilters(dark: boolean): void {
  find(HOOKS.looks)?.remove();
  const theme = dark ? "dark" : "light";
  const filters = LOOKS.map(([look, map, channel]): ColourFilterView => {
    const id = `look-${look}-${theme}`;
    document.documentElement.style.setProperty(`--look-${look}`, `url("#${id}")`);
    return { id, channel: channel === null ? null : pickChannel(channel), ...tabulate(map, dark) };
  });
  document.body.insertAdjacentHTML("beforeend", render("colour_filters", { filters }));
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

function tabulate(map: ColourMap, dark: boolean): Pick<ColourFilterView, "red" | "green" | "blue"> {
  const stops = listStops(map, dark);
  const table = (channel: keyof Rgb & number): string =>
    stops.map((stop) => (stop[channel]! / 255).toFixed(4)).join(" ");
  return { red: table(0), green: table(1), blue: table(2) };
}

function pickChannel(channel: number): string {
  const row = [0, 1, 2, 3, 4].map((i) => Number(i === channel)).join(" ");
  return `${row} ${row} ${row} 0 0 0 1 0`;
}
