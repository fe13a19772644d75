import { parentPort } from "node:worker_threads";

// A thread for jobs that does two things: it answers the job `well`, and ends of all others, before it
// begins with the next.
let isEnding = false;
parentPort!.on("message", ({ job }: { readonly job: string }) => {
  if (isEnding) return;
  if (job === "well") return parentPort!.postMessage({ kind: "done", output: "well" });
  isEnding = true;
  setTimeout(() => {
    throw new RangeError("Array buffer allocation failed");
  });
});
parentPort!.postMessage({ kind: "ready" });
