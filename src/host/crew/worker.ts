import { parentPort } from "node:worker_threads";
import { findReason } from "../../reason/error.ts";
import { JOBS } from "../../jobs/jobs.ts";
import { jobTools } from "./job_tools.ts";
import type { JobOrder, WorkerWord } from "./crew_message.ts";
import { packAway } from "./parcel.ts";

// Jobs wait for each other.
let last = Promise.resolve();
parentPort?.on("message", (order: JobOrder) => void (last = last.then(() => work(order))));
tell({ kind: "ready" });

async function work({ job, input }: JobOrder): Promise<void> {
  try {
    const output = await JOBS.get(job)!.work(input as never, jobTools);
    const { data, buffers } = packAway({ kind: "done", output });
    tell(data as WorkerWord, buffers);
  } catch (error) {
    tell({ kind: "failed", reason: findReason(error) });
  }
}

function tell(word: WorkerWord, buffers: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(word, buffers);
}
