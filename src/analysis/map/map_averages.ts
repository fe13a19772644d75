import type { Values } from "../kernel/kernel_measures.ts";
import { MAP_MEASURES, type MapMeasures } from "./map_measures.ts";

/** The measures of the maps of a layer over all photos, a column a measure. */
export type MapAverages = {
  readonly [
    Name in keyof typeof MAP_MEASURES as typeof MAP_MEASURES[Name]["isAveraged"] extends true ? Name
      : never
  ]: Values;
};

/** The measures that are averaged, in the order of their columns. */
export const AVERAGED = Object.entries(MAP_MEASURES)
  .filter(([, { isAveraged }]) => isAveraged)
  .map(([name]) => name) as readonly (keyof MapAverages)[];

/** Averages the measures of each map over the photos on which they are not null. */
export function averageMaps(photos: readonly MapMeasures[]): MapAverages {
  const columns = AVERAGED.map((name) => [name, averageColumns(photos.map((each) => each[name]))]);
  return Object.fromEntries(columns) as MapAverages;
}

function averageColumns(columns: readonly Values[]): Values {
  const [first = []] = columns;
  return first.map((_, k) => {
    const values = columns.map((column) => column[k] ?? null).filter((value) => value !== null);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value) / values.length;
  });
}
