import type { Crew } from "../../effects.ts";
import { jobTools } from "./job_tools.ts";
import { createThreadCrew } from "./thread_crew.ts";
import { openWorkerCrew } from "./worker_crew.ts";

// Each holds what it works on; a report of one photo keeps no more of them busy.
const MOST_WORKERS = 8;

// Workers start, and their code warms up, in the time that AlexNet's layers and maps take in one
// thread, which takes half of the memory.
const ALONE = 1 << 26; // bytes

/**
 * Opens a crew for this machine.
 *
 * @param jobs How many jobs are done side by side, from the first on; by default as many as there are
 * cores, once there is enough work.
 */
export function openCrew(jobs: number | null): Crew {
  const size = jobs ?? Math.min(navigator.hardwareConcurrency, MOST_WORKERS);
  const alone = jobs === null ? ALONE : 0;
  return size === 1 ? createThreadCrew(jobTools) : openWorkerCrew(jobTools, { size, alone });
}
