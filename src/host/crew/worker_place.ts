import type { GivenJob } from "./crew_message.ts";
import { type CrewWorker, type DoneJob, startWorker } from "./crew_worker.ts";

/** Where a worker is, or will be when there is a job for it. */
export interface WorkerPlace {
  /** How many jobs it has that have not ended. */
  readonly given: number;
  /** Whether it takes another. */
  readonly isOpen: boolean;
  /** Starts the worker, which takes a while. */
  start(): void;
  /** Does a job; gives null where that has to be done elsewhere. */
  do(job: GivenJob): Promise<DoneJob | null>;
  close(): void;
}

// One that it does and those that it finds there when that ends: the thread that gives jobs may be in
// one of its own for as long as two take.
const AHEAD = 3;

/** Opens a place for a worker: where one ends, the next job starts another; where none starts, it stays closed. */
export function openPlace(module: URL): WorkerPlace {
  let worker: CrewWorker | null = null;
  let [given, isLost] = [0, false];
  const end = (hadBegun: boolean): void => {
    worker = null;
    isLost = !hadBegun;
  };
  const start = (): void => {
    if (!isLost) worker ??= startWorker(module, end);
  };
  return {
    get given() {
      return given;
    },
    get isOpen() {
      return !isLost && given < AHEAD;
    },
    start,
    do: async (job) => {
      start();
      given++;
      try {
        return await worker?.do(job) ?? null;
      } finally {
        given--;
      }
    },
    close: () => worker?.close(),
  };
}
