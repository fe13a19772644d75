import type { Values } from "../kernel/kernel_measures.ts";
import type { MapMeasures } from "./map_measures.ts";

const AVERAGED = [
  "mean",
  "std",
  "zeros",
  "negatives",
  "entropy",
  "keepsPicture",
  "luma",
  "edges",
] as const;

/** The measures of the maps of a layer over all photos, a column a measure. */
export type MapAverages = Readonly<Record<typeof AVERAGED[number], Values>>;

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
