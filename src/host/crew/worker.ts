import { parentPort } from "node:worker_threads";
import { findReason } from "../../reason/error.ts";
import { JOBS } from "../../jobs/jobs.ts";
import { jobTools } from "./job_tools.ts";
import type { JobOrder, WorkerWord } from "./crew_message.ts";
import { openCollector } from "../process/garbage.ts";
import { freeParcel, packAway } from "./parcel.ts";

const collectWhenDue = openCollector();

parentPort?.once("message", (port: MessagePort) => {
  let last = Promise.resolve(); // jobs wait for each other
  port.onmessage = ({ data }: MessageEvent<JobOrder>) =>
    void (last = last.then(() => work(data, port)));
  port.postMessage({ kind: "ready" } satisfies WorkerWord);
});

async function work({ job, input }: JobOrder, port: MessagePort): Promise<void> {
  const tell = (word: WorkerWord): void => {
    const { data, buffers } = packAway(word);
    port.postMessage(data, buffers);
  };
  try {
    tell({ kind: "done", output: await JOBS.get(job)!.work(input as never, jobTools) });
  } catch (error) {
    tell({ kind: "failed", reason: findReason(error) });
  } finally {
    freeParcel(input);
    collectWhenDue();
  }
}
