import { SHARE_ENV, Worker } from "node:worker_threads";
import { createError } from "../../reason/error.ts";
import type { JobOrder, WorkerWord } from "./crew_message.ts";
import { packCopies } from "./parcel.ts";

/** A thread that does one job at a time. */
export interface CrewWorker {
  /**
   * Does a job.
   *
   * @throws {Error} If the job fails, or the thread ends; with the reason.
   */
  do(order: JobOrder): Promise<unknown>;
  close(): void;
}

/**
 * Starts a thread for jobs; null where there are no threads, or it does not load.
 *
 * @param module What it runs.
 * @param end Is called when it ends by itself.
 */
export async function startWorker(module: URL, end: () => void): Promise<CrewWorker | null> {
  const thread = openThread(module);
  if (thread === null) return null;
  let pending = Promise.withResolvers<unknown>();
  let isReady = false;
  const ready = pending.promise.then(() => isReady = true, () => false);
  thread.on("message", (word: WorkerWord) => {
    if (word.kind === "ready") pending.resolve(null);
    else if (word.kind === "done") pending.resolve(word.output);
    else pending.reject(createError(Error, word.reason));
  });
  thread.on("error", ({ message }) => {
    if (isReady) end();
    pending.reject(createError(Error, { code: "thread-ended", text: message }));
  });
  const worker: CrewWorker = {
    do: ({ job, input }) => {
      pending = Promise.withResolvers();
      const { data, buffers } = packCopies(input);
      thread.postMessage({ job, input: data }, buffers);
      return pending.promise;
    },
    close: () => void thread.terminate(),
  };
  return await ready ? worker : null;
}

function openThread(module: URL): Worker | null {
  try {
    return new Worker(module, { env: SHARE_ENV });
  } catch {
    return null;
  }
}
