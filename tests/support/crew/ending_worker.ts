import { parentPort } from "node:worker_threads";

// A thread for jobs that does two things: it answers the job `well`, and ends of all others, before it
// begins with the next.
parentPort!.once("message", (port: MessagePort) => {
  let isEnding = false;
  port.onmessage = ({ data: { job } }: MessageEvent<{ readonly job: string }>) => {
    if (isEnding) return;
    if (job === "well") return port.postMessage({ kind: "done", output: "well" });
    isEnding = true;
    setTimeout(() => {
      throw new RangeError("Array buffer allocation failed");
    });
  };
  port.postMessage({ kind: "ready" });
});
