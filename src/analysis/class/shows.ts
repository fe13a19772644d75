import type { MapAverages } from "../map/map_averages.ts";

/** What a map shows, over all photos, in the order of pages. */
export const SHOWN = ["photo", "edges", "neither"] as const;

/** What the map of a kernel shows. */
export type Shows = typeof SHOWN[number];

/** The share of a map's variance that is photo, R², from which it shows the photo. */
export const PHOTO_FROM = 0.5;

/** The correlation with the photo's edges, |r|, from which it shows these. */
export const EDGES_FROM = 0.5;

/** Tells what the map of each kernel shows, on average over the photos; null where not known. */
export function tellShows(
  averages: Pick<MapAverages, "keepsPicture" | "edges"> | null,
  count: number,
): (Shows | null)[] {
  return Array.from({ length: count }, (_, k) => {
    const [photo, edges] = [averages?.keepsPicture[k] ?? null, averages?.edges[k] ?? null];
    if (photo === null && edges === null) return null;
    if ((photo ?? 0) >= PHOTO_FROM) return "photo";
    return (edges ?? 0) >= EDGES_FROM ? "edges" : "neither";
  });
}
