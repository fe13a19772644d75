import type { Progress } from "../../effects.ts";

// What was reckoned stands in for so much of the first work, until this machine has shown its pace.
const TRUSTED = 0.05;
const TRUSTED_SECONDS = 2;

/** Estimates how many seconds are left, by how far work has come. */
export type EstimateLeft = (seconds: Progress["seconds"]) => number;

/** Begins to estimate: what was reckoned, at the pace that the work has had so far. */
export function beginEstimate(now: () => number = readClock): EstimateLeft {
  const start = now();
  return ({ done, total }) => {
    const trusted = Math.min(TRUSTED_SECONDS, TRUSTED * total);
    const pace = total > 0 ? (now() - start + trusted) / (done + trusted) : 0;
    return Math.max(0, total - done) * pace;
  };
}

function readClock(): number {
  return performance.now() / 1000;
}

/** Says how long something takes, as exactly as an estimate is. */
export function tellTime(seconds: number): string {
  if (seconds < 10) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 90) return `${5 * Math.round(seconds / 5)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return `${hours} h`;
}
