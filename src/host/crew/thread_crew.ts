import type { Crew, Tools } from "../../effects.ts";

/** Does every job itself, in the thread that gives it, one after the other. */
export function createThreadCrew(tools: Tools): Crew {
  return { breadth: 1, do: (job, input) => job.work(input, tools), close: () => {} };
}
