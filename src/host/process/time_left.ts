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
