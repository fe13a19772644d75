import type { MapActivity } from "../map/map_activity.ts";

/** How much of a map is on behind the activation, over all photos, in the order of pages. */
export const WHENS = ["never", "rare", "local", "broad", "always"] as const;

/** When a kernel fires. */
export type When = typeof WHENS[number];

/** The share of cells below which a kernel fires rarely. */
export const RARE_BELOW = 0.05;

/** The share of cells from which it fires broadly, and not in places alone. */
export const BROAD_FROM = 0.25;

/**
 * Tells when each kernel fires: in how many cells its map is above 0 behind the activation, on
 * average over the photos. Null where nothing follows the convolution, where a value is not finite,
 * and where the activation leaves no cell of the layer at or below 0, as a sigmoid does.
 */
export function tellWhen(activity: MapActivity | null, count: number): (When | null)[] {
  const { on = [] } = activity ?? {};
  const telling = on.some((share) => share !== null && share < 1);
  return Array.from({ length: count }, (_, k) => {
    const share = on[k] ?? null;
    return share === null || !telling ? null : nameShare(share);
  });
}

function nameShare(share: number): When {
  if (share <= 0) return "never";
  if (share >= 1) return "always";
  if (share < RARE_BELOW) return "rare";
  return share < BROAD_FROM ? "local" : "broad";
}
