import { formatCount, formatNumber } from "../format.ts";
import type { AtlasRowName } from "./atlas_rows.ts";

/** Formats a number of a row of the atlas: the side of maps in cells, all else in percent. */
export function formatRowNumber(row: AtlasRowName, value: number): string {
  return row === "side"
    ? formatCount(Math.round(value))
    : `${formatNumber(toPercent(value))}\u202f%`;
}

/** Rounds a share to whole percent, below ten to a tenth. */
export function toPercent(share: number): number {
  const percent = 100 * share;
  return Math.abs(percent) < 9.95 ? Math.round(10 * percent) / 10 : Math.round(percent);
}
