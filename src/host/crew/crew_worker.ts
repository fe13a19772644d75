import { createError } from "../../reason/error.ts";
import { openThread } from "../process/thread.ts";
import type { GivenJob, JobOrder, WorkerWord } from "./crew_message.ts";
import { packAway, packCopies } from "./parcel.ts";

/** A thread that does jobs, one after the other. */
export interface CrewWorker {
  /**
   * Does a job behind those that it was given before; gives null where the thread ended, or was
   * none, before it began with this one. What a job takes is moved to a thread that is there.
   *
   * @throws {Error} If the job fails, or the thread ends while it does it, or before and has what the
   * job took; with the reason.
   */
  do(job: GivenJob): Promise<DoneJob | null>;
  close(): void;
}

/** What a job gave. */
export interface DoneJob {
  readonly output: unknown;
}

/** A job that was given and has not ended. */
interface Pending extends PromiseWithResolvers<DoneJob | null> {
  /** Whether what it is given is with the thread alone. */
  readonly isMoved: boolean;
}

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
    const fail = ({ reject }: Pending) =>
      reject(createError(Error, { code: "thread-ended", text }));
    if (begun !== undefined) fail(begun);
    for (const each of given.splice(0)) {
      if (each.isMoved) fail(each);
      else each.resolve(null);
    }
  });
  port.onmessage = ({ data: word }: MessageEvent<WorkerWord>) => {
    if (word.kind === "ready") isReady = true;
    else if (word.kind === "done") given.shift()!.resolve({ output: word.output });
    else given.shift()!.reject(createError(Error, word.reason));
  };
  return {
    do: (job) => {
      const isMoved = job.takesInput && isReady;
      const pending = { ...Promise.withResolvers<DoneJob | null>(), isMoved };
      send(port, job, isMoved);
      given.push(pending);
      return pending.promise;
    },
    close,
  };
}

function send(port: MessagePort, { job, input }: GivenJob, isMoved: boolean): void {
  const { data, buffers } = isMoved ? packAway(input) : packCopies(input);
  port.postMessage({ job, input: data } satisfies JobOrder, buffers);
}
