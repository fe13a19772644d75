import type { Crew } from "../../effects.ts";
import { jobTools } from "./job_tools.ts";
import { createThreadCrew } from "./thread_crew.ts";
import { openWorkerCrew } from "./worker_crew.ts";

// Each holds what it works on; a report of one photo keeps no more of them busy.
const MOST_WORKERS = 8;

// A worker takes a tenth of a second to start, and 25 MB: as long as a layer of some ten thousand weights.
const ALONE = 1 << 19; // bytes

/**
 * Opens a crew for this machine.
 *
 * @param jobs How many jobs are done side by side; by default as many as there are cores beside the
 * one on which this thread reads, runs networks and writes.
 */
export function openCrew(jobs: number | null): Crew {
  const size = jobs ?? Math.min(navigator.hardwareConcurrency - 1, MOST_WORKERS);
  const isAlone = jobs === null ? size < 1 : size === 1;
  return isAlone ? createThreadCrew(jobTools) : openWorkerCrew(jobTools, { size, alone: ALONE });
}
