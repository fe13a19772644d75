import { createError } from "../../reason/error.ts";
import { openThread } from "../process/thread.ts";
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
 * Starts a thread for jobs, which may be given at once.
 *
 * @param module What it runs.
 * @param end Is called when it ends by itself, and told whether it had begun.
 */
export function startWorker(module: URL, end: (hadBegun: boolean) => void): CrewWorker {
  const given: Pending[] = [];
  let isReady = false;
  const { port, close } = openThread(module, (text) => {
    const begun = isReady ? given.shift() : undefined;
    end(isReady);
    begun?.reject(createError(Error, { code: "thread-ended", text }));
    for (const { resolve } of given.splice(0)) resolve(null);
  });
  port.onmessage = ({ data: word }: MessageEvent<WorkerWord>) => {
    if (word.kind === "ready") isReady = true;
    else if (word.kind === "done") given.shift()!.resolve({ output: word.output });
    else given.shift()!.reject(createError(Error, word.reason));
  };
  return { do: (order) => giveOrder(port, given, order), close };
}

function giveOrder(
  port: MessagePort,
  given: Pending[],
  { job, input }: JobOrder,
): Promise<DoneJob | null> {
  const pending: Pending = Promise.withResolvers();
  const { data, buffers } = packCopies(input);
  port.postMessage({ job, input: data }, buffers);
  given.push(pending);
  return pending.promise;
}
