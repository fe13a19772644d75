import { SHARE_ENV, Worker } from "node:worker_threads";
import { createError } from "../../reason/error.ts";
import type { JobOrder, WorkerWord } from "./crew_message.ts";
import { packCopies } from "./parcel.ts";

/** A thread that does jobs, one after the other. */
export interface CrewWorker {
  /**
   * Does a job behind those that it was given before; gives null where the thread ended, or was
   * none, before it began with this one.
   *
   * @throws {Error} If the job fails, or the thread ends while it does it; with the reason.
   */
  do(order: JobOrder): Promise<DoneJob | null>;
  close(): void;
}

/** What a job gave. */
export interface DoneJob {
  readonly output: unknown;
}

/** A job that was given and has not ended. */
type Pending = PromiseWithResolvers<DoneJob | null>;

/**
 * Starts a thread for jobs, which may be given at once; null where there are no threads.
 *
 * @param module What it runs.
 * @param end Is called when it ends by itself, and told whether it had begun.
 */
export function startWorker(module: URL, end: (hadBegun: boolean) => void): CrewWorker | null {
  const thread = openThread(module);
  if (thread === null) return null;
  const given: Pending[] = [];
  let isReady = false;
  thread.on("message", (word: WorkerWord) => {
    if (word.kind === "ready") isReady = true;
    else if (word.kind === "done") given.shift()!.resolve({ output: word.output });
    else given.shift()!.reject(createError(Error, word.reason));
  });
  thread.on("error", ({ message }) => {
    const begun = isReady ? given.shift() : undefined;
    end(isReady);
    begun?.reject(createError(Error, { code: "thread-ended", text: message }));
    for (const { resolve } of given.splice(0)) resolve(null);
  });
  return { do: (order) => giveOrder(thread, given, order), close: () => void thread.terminate() };
}

function giveOrder(
  thread: Worker,
  given: Pending[],
  { job, input }: JobOrder,
): Promise<DoneJob | null> {
  const pending: Pending = Promise.withResolvers();
  const { data, buffers } = packCopies(input);
  thread.postMessage({ job, input: data }, buffers);
  given.push(pending);
  return pending.promise;
}

function openThread(module: URL): Worker | null {
  try {
    return new Worker(module, { env: SHARE_ENV });
  } catch {
    return null;
  }
}
