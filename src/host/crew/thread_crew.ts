import type { Crew, Tools } from "../../effects.ts";
import { createError, findReason } from "../../reason/error.ts";
import { openCollector } from "../process/garbage.ts";

/** Does every job itself, in the thread that gives it, one after the other. */
export function createThreadCrew(tools: Tools): Crew {
  const collectWhenDue = openCollector();
  return {
    breadth: 1,
    do: async (job, input) => {
      try {
        return await job.work(input, tools);
      } catch (cause) {
        throw createError(Error, findReason(cause), { cause }); // as one from another thread
      } finally {
        collectWhenDue();
      }
    },
    close: () => {},
  };
}
