import { formatCount } from "../quantity.ts";

/** The words of a network on one screen, and of the table of its layers, in English. */
export const ATLAS_EN = {
  heading: "The network",
  lead:
    "A column a layer, in the order of the graph. Pointing at one shows the pair that has most " +
    "of it; a click opens that.",
  /** Without script a click opens the layer. */
  still: "A column a layer, in the order of the graph; a click opens it.",
  group: "The layers; the arrow keys go from one to the next, Enter opens the pair",
  rows: {
    side: { name: "map side", unit: "cells, logarithmic; coloured by how kernels are made" },
    what: { name: "what kernels look for", unit: "shares of the classes" },
    photo: { name: "map is photo", unit: "R², less what chance gives" },
    colour: { name: "needs colour", unit: "1 − r² with the map of the grey photo" },
    detail: { name: "needs detail", unit: "1 − r² with the map of the blurred photo" },
    on: { name: "cells on", unit: "share of a map above 0" },
    never: { name: "never on", unit: "share of the maps, on any photo" },
    border: { name: "on the padding", unit: "share of the maps that are strongest there" },
    duplicate: { name: "duplicates", unit: "share of the kernels" },
    family: { name: "in families", unit: "share of the kernels whose maps go together" },
    damage: { name: "damage", unit: "‖A − B‖ ÷ ‖A‖ of the maps; the line is the worst" },
  },
  branches: "branches and joins",
  forms: {
    photo: "reads the photo",
    dense: "fully connected",
    depthwise: "depthwise",
    pointwise: "1 × 1",
    wide: "larger, of several maps",
  },
  spread: "bar: from the tenth to the ninetieth of a hundred maps; line: the median",
  stage: (size: string, first: number, last: number) =>
    first === last ? `${size}: layer ${first}` : `${size}: layers ${first} to ${last}`,
  column: (place: number, name: string, kernels: string, maps: string | null) =>
    `${place}. ${name}: ${kernels}${maps === null ? "" : `, ${maps}`}`,
  choose: "Rows",
  table: {
    place: "#",
    tiles: "First kernels and maps",
    name: "Layer",
    kernels: "Kernels",
    maps: "Maps",
  },
  search: "Search the layers",
  hint: "depthwise side<20 never>3",
  queries: "a part of a name, op:Conv, is:depthwise, kernels>64, side<20, or a column: photo>50; " +
    "shares in percent; ! excludes",
  shown: (shown: number, all: number) => `${formatCount(shown)} of ${formatCount(all)} layers`,
  unknown: (key: string, near: string | null) =>
    `no column is named “${key}”${near === null ? "" : `; did you mean “${near}”?`}`,
  noNumber: (term: string) => `“${term}” needs a number, such as side<20`,
  tip: {
    /** The pair that is shown, and what it has of the row; null where only the layer has a number. */
    pair: (k: number, value: string | null) => value === null ? `pair ${k}` : `pair ${k}: ${value}`,
    worst: (worst: string, low: string, high: string) =>
      `${worst} at worst, eight of ten maps from ${low} to ${high}`,
    spread: (median: string, low: string, high: string) =>
      `median ${median}, eight of ten maps from ${low} to ${high}`,
  },
};

/** The words of a network on one screen, and of the table of its layers. */
export type AtlasWords = typeof ATLAS_EN;
