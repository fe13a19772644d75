import type { ColourMap } from "./view_state.ts";

/** A colour of 8 bits a channel. */
export type Rgb = readonly [red: number, green: number, blue: number];

const GREY = parseColours("000000 ffffff");

// Nine stops of matplotlib's viridis.
const VIRIDIS = parseColours(
  "440154 472c7a 3b518b 2c718e 21908d 27ad81 5cc863 aadc32 fde725",
);

// Blue below zero, orange above; zero is the page's colour, so that ink means magnitude.
const SIGNED = {
  light: parseColours("053061 2171b5 6baed6 c6dbef fdfdfb fed9a6 fd8d3c d94801 7f2704"),
  dark: parseColours("c6dbef 6baed6 2171b5 143c69 131517 6b340e d95f0e fd8d3c fed9a6"),
};

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

function parseColours(text: string): readonly Rgb[] {
  return text.split(" ").map((colour) => {
    const bits = parseInt(colour, 16);
    return [bits >> 16, bits >> 8 & 255, bits & 255];
  });
}
