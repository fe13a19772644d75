import { formatCount, formatFixed } from "../format.ts";
import type { AtlasRowName } from "./atlas_rows.ts";

/** Formats a number of a row of the atlas: the side of maps in cells, all else in tenths of a percent. */
export function formatRowNumber(row: AtlasRowName, value: number): string {
  return row === "side"
    ? formatCount(Math.round(value))
    : `${formatFixed(toPercent(value), 1)}\u202f%`;
}

/** Rounds a share to tenths of a percent. */
export function toPercent(share: number): number {
  return Math.round(1000 * share) / 10;
}
