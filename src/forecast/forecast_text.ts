import { formatBytes } from "../reason/byte_size.ts";
import type { Forecast } from "./forecast.ts";

/** Says in a line what a report will take. */
export function tellForecast({ bytes, files, seconds }: Forecast): string {
  return `about ${formatBytes(bytes)}, ${writeCount(files)} files, ${tellTime(seconds)}`;
}

/** Says how long something takes, as exactly as an estimate is. */
export function tellTime(seconds: number): string {
  if (seconds < 10) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 90) return `${5 * Math.round(seconds / 5)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** Formats a number of things, such as `1,240`. */
export function writeCount(count: number): string {
  return count.toLocaleString("en");
}
