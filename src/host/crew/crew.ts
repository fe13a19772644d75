import type { Crew } from "../../effects.ts";
import { jobTools } from "./job_tools.ts";
import { createThreadCrew } from "./thread_crew.ts";
import { openWorkerCrew } from "./worker_crew.ts";

// Each holds what it works on; a report of one photo keeps no more of them busy.
const MOST_THREADS = 8;

/**
 * Opens a crew for this machine.
 *
 * @param jobs How many jobs are done side by side; by default as many as there are cores.
 */
export function openCrew(jobs: number | null): Crew {
  const size = jobs ?? Math.min(navigator.hardwareConcurrency, MOST_THREADS);
  return size === 1 ? createThreadCrew(jobTools) : openWorkerCrew(jobTools, { size });
}
