import type { Trend } from "../../analysis/rule/trend.ts";
import { tellP } from "../../analysis/rule/p_value.ts";
import { formatCorrelation } from "../../analysis/rule/rule_sentence.ts";
import { formatCount, plural, tellShare } from "../quantity.ts";

/** What is followed through the layers of a network. */
export type DepthMeasure = "photo" | "colour" | "detail";

/** How many maps of some layers are at least half photo. */
export interface Halves {
  readonly half: number;
  readonly maps: number;
}

/** The words of what becomes of the photo through the layers of a network, in English. */
export const DEPTH_EN = {
  measures: {
    photo: {
      name: "How much of a map is photo",
      unit: "R², less that with the photo turned by 180°, which comes about by chance",
      up: "The deeper they lie, the more maps look like the photo",
      down: "The deeper they lie, the less maps look like the photo",
      unclear: "How much of a map is photo goes clearly neither up nor down with depth",
    },
    colour: {
      name: "What of a map needs colour",
      unit: "1 − r² with the map of the grey photo",
      up: "Deeper maps need colour more",
      down: "Deeper maps need colour less",
      unclear: "How much of a map needs colour goes clearly neither up nor down with depth",
    },
    detail: {
      name: "What of a map needs detail",
      unit: "1 − r² with the map of the blurred photo",
      up: "Deeper maps need fine detail more",
      down: "Deeper maps need fine detail less",
      unclear: "How much of a map needs fine detail goes clearly neither up nor down with depth",
    },
  },
  sentence: (says: string, { first, last, ends, n }: Trend) =>
    ends === 1
      ? `${says}: ${tellShare(first)} in the first of ${formatCount(n)} layers, ` +
        `${tellShare(last)} in the last.`
      : `${says}: ${tellShare(first)} in the first ${formatCount(ends)} of ` +
        `${formatCount(n)} layers, ${tellShare(last)} in the last ${formatCount(ends)}.`,
  /** How many maps at either end are at least half photo. */
  halves: (first: Halves, last: Halves) =>
    "At least half photo (R² of 0.5 or more): " +
    `${tellHalves(first)} in the first, ${tellHalves(last)} in the last.`,
  few: "too few layers to tell a trend",
  correlation: (value: number, p: number) =>
    `Spearman with depth ${formatCorrelation(value)}, ${tellP(p)}`,
  caption:
    "Medians of the maps of each layer, in the order of the graph, which may have branches; " +
    "percentages are means of the medians.",
};

/** The words of what becomes of the photo through the layers of a network. */
export type DepthWords = typeof DEPTH_EN;

function tellHalves({ half, maps }: Halves): string {
  return `${formatCount(half)} of ${plural(maps, "map")}`;
}
