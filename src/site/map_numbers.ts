import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { AVERAGED, type MapAverages } from "../analysis/map/map_averages.ts";
import { MAP_MEASURES, type MapMeasureFacts } from "../analysis/map/map_measures.ts";
import type { LayerReport } from "../report/layer_report.ts";

/** A number of maps, averaged over the photos: a measure, or how much of them is on. */
export type MapNumber = keyof MapAverages | "on";

/** The numbers of the maps of a layer, a column a number. */
export type MapNumbers = Readonly<Record<MapNumber, Values>>;

/** What is known of the maps of a layer over all photos. */
export type MapsOverPhotos = Pick<LayerReport, "averages" | "activity">;

/** The numbers of maps, in the order of pages: what compares them with the photo comes first. */
export const MAP_NUMBERS: readonly MapNumber[] = [
  ...AVERAGED.filter((name) => MAP_MEASURES[name].comparesPhoto),
  "on",
  ...AVERAGED.filter((name) => !MAP_MEASURES[name].comparesPhoto),
];

/** Tells what the values of a number of maps are. */
export function tellValues(name: MapNumber): MapMeasureFacts["values"] | "percent" {
  return name === "on" ? "percent" : MAP_MEASURES[name].values;
}

/**
 * Lists the numbers that the maps of a layer have, in the order of pages. Behind an activation
 * cells are on or zero; where none follows, they are zero or negative.
 */
export function listMapNumbers({ averages, activity }: MapsOverPhotos): readonly MapNumber[] {
  if (averages === null) return [];
  return MAP_NUMBERS.filter((name) => name !== (activity === null ? "on" : "negatives"));
}

/** Gathers the numbers of maps, zeros behind the activation; null where no photo ran. */
export function gatherMapNumbers({ averages, activity }: MapsOverPhotos): MapNumbers | null {
  if (averages === null) return null;
  const none = averages.zeros.map(() => null);
  return activity === null
    ? { ...averages, on: none }
    : { ...averages, ...activity, negatives: none };
}
