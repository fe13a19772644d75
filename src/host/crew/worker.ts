import { findReason } from "../../reason/error.ts";
import { JOBS } from "../../jobs/jobs.ts";
import { jobTools } from "./job_tools.ts";
import type { JobOrder, WorkerWord } from "./crew_message.ts";
import { packAway } from "./parcel.ts";

/** The thread of a worker. */
interface CrewScope {
  addEventListener(kind: "message", listener: (event: MessageEvent<JobOrder>) => void): void;
  postMessage(word: WorkerWord, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as CrewScope;

scope.addEventListener("message", async ({ data: { job, input } }) => {
  try {
    const output = await JOBS.get(job)!.work(input as never, jobTools);
    const { data, buffers } = packAway({ kind: "done", output });
    scope.postMessage(data as WorkerWord, buffers);
  } catch (error) {
    scope.postMessage({ kind: "failed", reason: findReason(error) });
  }
});
scope.postMessage({ kind: "ready" });
