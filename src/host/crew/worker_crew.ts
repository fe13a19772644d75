import type { Crew, Job, Tools } from "../../effects.ts";
import { createThreadCrew } from "./thread_crew.ts";
import { countHeld } from "./parcel.ts";
import { type CrewWorker, startWorker } from "./crew_worker.ts";

/** How many workers there are, and what they run. */
export interface CrewOptions {
  readonly size: number;
  /** A module that answers as `worker.ts` does. */
  readonly module?: URL;
  /**
   * The first so many bytes of tensors are worked on in this thread, before any worker is started.
   *
   * @default {0}
   */
  readonly alone?: number;
}

/** The place of a worker, which is started when there is a job for it. */
interface Place {
  /** Gives null where none starts. */
  worker: Promise<CrewWorker | null> | null;
}

/** Opens a crew of workers, each a thread of its own; where none starts, this thread does the jobs. */
export function openWorkerCrew(tools: Tools, options: CrewOptions): Crew {
  const { size, module = new URL("./worker.ts", import.meta.url), alone = 0 } = options;
  const own = createThreadCrew(tools);
  const places = Array.from({ length: size }, (): Place => ({ worker: null }));
  const { take, give } = shareOut(places);
  let begun = 0;
  return {
    breadth: size + 1, // while one is gathered
    do: async <Input, Output>(job: Job<Input, Output>, input: Input): Promise<Output> => {
      if (begun < alone) {
        begun += countHeld(input);
        return await own.do(job, input);
      }
      const place = await take();
      try {
        place.worker ??= startWorker(module, () => place.worker = null);
        const worker = await place.worker;
        if (worker === null) return await own.do(job, input);
        return await worker.do({ job: job.name, input }) as Output;
      } finally {
        give(place);
      }
    },
    close: () => {
      for (const { worker } of places) worker?.then((each) => each?.close());
    },
  };
}

/** Things that one takes and gives back; the last that was given back is the next to be taken. */
interface Shared<Thing> {
  take(): Promise<Thing>;
  give(thing: Thing): void;
}

function shareOut<Thing>(things: readonly Thing[]): Shared<Thing> {
  const free = [...things];
  const waiting: ((thing: Thing) => void)[] = [];
  return {
    take: () => {
      const thing = free.pop();
      return thing === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(thing);
    },
    give: (thing) => {
      const next = waiting.shift();
      if (next === undefined) free.push(thing);
      else next(thing);
    },
  };
}
